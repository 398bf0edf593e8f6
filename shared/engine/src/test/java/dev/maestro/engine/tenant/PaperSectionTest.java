package dev.maestro.engine.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.paper.PaperConfig;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperSectionTest {
  private static PaperConfig paper(Map<String, Object> values) {
    Tenant tenant =
        new Tenant(
            new TenantId("alpha"), "Alpha", true, BigDecimal.TEN, ZoneOffset.UTC, new Uid("ann"));
    return TenantConfig.of(Fields.of("", values), tenant, Map.of()).paper();
  }

  @Test
  void without_a_section_paper_has_its_defaults() {
    assertThat(paper(Map.of())).isEqualTo(PaperConfig.DEFAULTS);
  }

  @Test
  void what_is_set_takes_effect_and_the_assumed_stop_is_that_of_the_capital() {
    PaperConfig paper =
        paper(
            Map.of(
                "paper", Map.of("slippage_bps", "7.5", "fee_bps", 2, "order_minutes", 90),
                "capital", Map.of("assumed_stop_pct", "3")));

    assertThat(paper.slippageBps()).isEqualByComparingTo("7.5");
    assertThat(paper.feeBps()).isEqualByComparingTo("2");
    assertThat(paper.orderMinutes()).isEqualTo(90);
    assertThat(paper.assumedStopPct()).isEqualByComparingTo("3");
  }

  @Test
  void trading_on_paper_never_pays_the_trader() {
    assertThatThrownBy(() -> paper(Map.of("paper", Map.of("slippage_bps", "-1", "fee_bps", -1))))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("paper.slippage_bps must be from 0 to 1000")
        .hasMessageContaining("paper.fee_bps must be from 0 to 1000");
  }

  @Test
  void a_typing_mistake_is_an_error() {
    assertThatThrownBy(() -> paper(Map.of("paper", Map.of("slipage_bps", "5"))))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("slipage_bps");
  }
}
