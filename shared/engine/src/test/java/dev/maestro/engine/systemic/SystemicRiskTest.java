package dev.maestro.engine.systemic;

import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemicRiskTest {
  private static final SystemicConfig DEFAULTS = SystemicConfig.DEFAULTS;

  private static final List<Signal> THREE_SELL =
      List.of(
          sell("A").by("one"),
          action("CLOSE_ALL").by("two"),
          sell("B").by("three"),
          buy("C").by("four"),
          action("HOLD").by("five"));

  @Test
  void the_defaults_are_three_sells_with_the_shadowed() {
    assertThat(DEFAULTS).isEqualTo(new SystemicConfig(3, true));
  }

  @Test
  void strategies_that_sell_or_close_all_are_counted() {
    SystemicRisk risk = SystemicRisk.detect(THREE_SELL, Set.of(), DEFAULTS);
    assertThat(risk).isEqualTo(new SystemicRisk(3, 3));
    assertThat(risk.isDetected()).isTrue();
  }

  @Test
  void a_strategy_counts_once() {
    List<Signal> one = List.of(sell("A").by("one"), sell("B").by("one"), sell("C").by("one"));
    assertThat(SystemicRisk.detect(one, Set.of(), DEFAULTS).sells()).isEqualTo(1);
  }

  @Test
  void an_error_is_no_sell() {
    List<Signal> signals = List.of(sell("").by("one"), sell("A").with("signal_id", "").by("two"));
    assertThat(SystemicRisk.detect(signals, Set.of(), DEFAULTS).sells()).isZero();
  }

  @Test
  void the_shadowed_count_unless_they_are_told_not_to() {
    assertThat(SystemicRisk.detect(THREE_SELL, Set.of(new StrategyId("one")), DEFAULTS).sells())
        .isEqualTo(3);
    SystemicRisk without =
        SystemicRisk.detect(
            THREE_SELL,
            Set.of(new StrategyId("one"), new StrategyId("four")),
            new SystemicConfig(3, false));
    assertThat(without.sells()).isEqualTo(2);
    assertThat(without.isDetected()).isFalse();
  }

  @Test
  void the_threshold_is_reached_when_it_is_met() {
    assertThat(new SystemicRisk(2, 3).isDetected()).isFalse();
    assertThat(new SystemicRisk(3, 3).isDetected()).isTrue();
    assertThat(new SystemicRisk(4, 3).isDetected()).isTrue();
    assertThat(new SystemicRisk(0, 1).isDetected()).isFalse();
  }

  @Test
  void the_texts_are_those_of_the_specification() {
    SystemicRisk risk = new SystemicRisk(3, 3);
    assertThat(risk.overrideReason())
        .isEqualTo("Maestro systemic risk override: 3 strategies signaling SELL");
    assertThat(risk.event(2).orElseThrow().details())
        .isEqualTo(
            "Systemic risk threshold breached: 3 SELL signals (threshold: 3)."
                + " Overrode 2 BUY signals to HOLD.");
    assertThat(new SystemicRisk(5, 4).event(0).orElseThrow().details())
        .startsWith("Systemic risk threshold breached: 5 SELL signals (threshold: 4).");
  }

  @Test
  void the_threshold_is_configuration() {
    SystemicConfig config =
        SystemicConfig.of(
            Fields.of("", Map.of("systemic_sell_threshold", 1, "count_shadow_signals", false)));
    assertThat(config).isEqualTo(new SystemicConfig(1, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "many"})
  void a_threshold_below_one_is_refused(String threshold) {
    assertThatThrownBy(
            () -> SystemicConfig.of(Fields.of("", Map.of("systemic_sell_threshold", threshold))))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("systemic_sell_threshold");
  }
}
