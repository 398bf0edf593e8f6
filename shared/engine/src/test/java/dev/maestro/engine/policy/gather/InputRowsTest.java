package dev.maestro.engine.policy.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.TradingCosts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputRowsTest {
  private static String text(Sources sources, InputName name) {
    return sources.gather().row(name).text();
  }

  @Test
  void every_input_has_a_row_with_its_source_and_what_unknown_means() {
    List<GatheredInput> rows =
        InputGatherer.gather(PolicySources.NONE, Sources.TODAY, Sources.NOW).rows();
    assertThat(rows).extracting(GatheredInput::name).containsExactly(InputName.values());
    assertThat(rows).allMatch(row -> row.text().equals("unknown") && row.age().isEmpty());
    assertThat(Arrays.stream(InputName.values()))
        .allMatch(name -> !name.source().isBlank() && !name.whenUnknown().isBlank());
    assertThat(InputName.DAILY_PNL_PCT.whenUnknown()).isEqualTo("closed policy");
    assertThat(InputName.LOW_LIQUIDITY.key()).isEqualTo("low_liquidity");
  }

  @Test
  void rows_show_what_the_policy_sees_and_how_old_it_is() {
    Sources sources = new Sources();
    sources.account = Sources.account("96500", "100000", "0", "100000");
    sources.trades = List.of(Sources.trade(1, "SPY", 5, false));
    sources.costs =
        new TradingCosts(
            Reading.of(CostLevel.HIGH),
            Reading.of(9.5),
            Reading.of(CostLevel.LOW),
            Reading.absent(),
            Reading.of(0.2));
    sources.quality = Reading.of(new Fraction(0.35));
    sources.costsAt = Sources.NOW.minus(Duration.ofDays(3));
    assertThat(sources.gather().rows())
        .extracting(GatheredInput::text)
        .containsExactly(
            "TRENDING",
            "UP",
            "NORMAL",
            "false",
            "-3.50%",
            "-3.50%",
            "0",
            "1",
            "3",
            "9.33%",
            "SPY",
            "HIGH, 9.5 bps",
            "LOW",
            "0.2 R",
            "0.35");
    assertThat(sources.gather().row(InputName.SPREAD).age())
        .isEqualTo(Optional.of(Duration.ofDays(3)));
  }

  @Test
  void what_is_too_old_reads_unknown_and_keeps_its_age() {
    Sources old = new Sources();
    old.marketAt = Sources.NOW.minus(Duration.ofHours(2));
    old.tradesAt = Sources.NOW.minus(Duration.ofDays(2));
    for (InputName name :
        List.of(
            InputName.REGIME,
            InputName.DIRECTION,
            InputName.VOLATILITY,
            InputName.LOW_LIQUIDITY,
            InputName.LOSING_STREAK,
            InputName.WINNING_STREAK)) {
      assertThat(text(old, name)).as(name.key()).isEqualTo("unknown");
    }
    assertThat(text(old, InputName.SYMBOLS)).isEqualTo("none");
    assertThat(old.gather().rows().get(0).age()).contains(Duration.ofHours(2));
  }
}
