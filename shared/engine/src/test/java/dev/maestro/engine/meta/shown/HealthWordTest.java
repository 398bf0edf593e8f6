package dev.maestro.engine.meta.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthWordTest {
  @ParameterizedTest
  @CsvSource({
    "0, GOOD",
    "2.9999999, GOOD",
    "3, WARNING",
    "2.9999999999, WARNING",
    "4.99, WARNING",
    "5, CRITICAL",
    "7, CRITICAL",
    "100, CRITICAL"
  })
  void a_fall_is_good_below_3_a_warning_below_5_and_critical_from_there(
      double percent, HealthWord word) {
    assertThat(HealthWord.ofDrawdown(OptionalDouble.of(percent))).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "1, EXCELLENT",
    "0.6, EXCELLENT",
    "0.5999, GOOD",
    "0.5, GOOD",
    "0.4999, WARNING",
    "0.45, WARNING",
    "0.4499, CRITICAL",
    "0, CRITICAL"
  })
  void a_win_rate_is_excellent_from_60_good_from_50_a_warning_from_45(
      double fraction, HealthWord word) {
    assertThat(HealthWord.ofWinRate(OptionalDouble.of(fraction))).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"0.31, BULLISH", "0.3, FLAT", "0, FLAT", "-0.3, FLAT", "-0.31, BEARISH"})
  void equity_rises_above_and_falls_below_three_tenths_of_a_percent_a_day(
      double slope, HealthWord word) {
    assertThat(HealthWord.ofSlope(OptionalDouble.of(slope))).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "2, OK", "3, WARNING", "4, WARNING", "5, CRITICAL", "500, CRITICAL"})
  void losses_in_a_row_are_a_warning_from_3_and_critical_from_5(int losses, HealthWord word) {
    assertThat(HealthWord.ofLosses(OptionalInt.of(losses))).isEqualTo(word);
  }

  @Test
  void what_nobody_knows_is_unknown_and_worse_than_a_warning() {
    List<HealthWord> unknown =
        List.of(
            HealthWord.ofDrawdown(OptionalDouble.empty()),
            HealthWord.ofWinRate(OptionalDouble.empty()),
            HealthWord.ofSlope(OptionalDouble.empty()),
            HealthWord.ofLosses(OptionalInt.empty()));
    assertThat(unknown).containsOnly(HealthWord.UNKNOWN);
    assertThat(HealthWord.worst(HealthWord.WARNING, HealthWord.UNKNOWN, HealthWord.GOOD))
        .isEqualTo(HealthWord.UNKNOWN);
    assertThat(HealthWord.worst(HealthWord.UNKNOWN, HealthWord.CRITICAL))
        .isEqualTo(HealthWord.CRITICAL);
  }

  @Test
  void the_worst_of_several_is_one_of_four_words_and_never_better_than_any_of_them() {
    assertThat(HealthWord.worst(HealthWord.EXCELLENT, HealthWord.FLAT, HealthWord.OK))
        .isEqualTo(HealthWord.GOOD);
    assertThat(HealthWord.worst(HealthWord.BULLISH, HealthWord.BEARISH))
        .isEqualTo(HealthWord.WARNING);
    for (HealthWord one : HealthWord.values()) {
      for (HealthWord two : HealthWord.values()) {
        HealthWord worst = HealthWord.worst(one, two);
        assertThat(worst).isEqualTo(HealthWord.worst(two, one));
        assertThat(HealthWord.worst(worst, one)).isEqualTo(worst);
      }
    }
  }
}
