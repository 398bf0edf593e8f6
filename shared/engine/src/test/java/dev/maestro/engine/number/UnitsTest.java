package dev.maestro.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentages and fractions. */
class UnitsTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_no_number_is_neither(double value) {
    assertThatThrownBy(() -> new Percent(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a percentage must be finite, got " + value);
    assertThatThrownBy(() -> new Fraction(value)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Percent.ofFinite(value)).isEmpty();
    assertThat(Fraction.ofValid(value)).isEmpty();
  }

  @Test
  void a_percentage_cannot_pass_for_a_fraction() {
    assertThatThrownBy(() -> new Fraction(50))
        .hasMessage("a fraction must be from 0 to 1, got 50.0");
    assertThatThrownBy(() -> new Fraction(-0.001))
        .hasMessage("a fraction must be from 0 to 1, got -0.001");
    assertThat(new Fraction(0.5).toPercent()).isEqualTo(new Percent(50));
    assertThat(Percent.ofFinite(-50)).contains(new Percent(-50));
    assertThat(Fraction.ofValid(1)).contains(Fraction.ONE);
    assertThat(Fraction.ofValid(0)).contains(Fraction.ZERO);
    assertThat(Fraction.ofValid(1.0000001)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 0", "0.3, 0.3", "1.1, 1"})
  void a_sum_is_clamped_to_the_nearest_fraction(double sum, double fraction) {
    assertThat(Fraction.clamp(sum).value()).isEqualTo(fraction);
  }

  @Test
  void both_are_ordered_by_their_values() {
    Percent loss = new Percent(-2);
    assertThat(loss.min(Percent.ZERO)).isEqualTo(loss);
    assertThat(Percent.ZERO.min(loss)).isEqualTo(loss);
    assertThat(loss.times(0.5)).isEqualTo(new Percent(-1));
    assertThat(Fraction.ONE.isAtLeast(Fraction.ONE)).isTrue();
    assertThat(Fraction.ZERO.isAtLeast(Fraction.ONE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-3.5, 2, -3.50%", "15, 1, 15.0%", "0.125, 2, 0.12%", "0.375, 2, 0.38%"})
  void a_percentage_is_printed_half_even(double value, int places, String text) {
    assertThat(new Percent(value).format(places)).isEqualTo(text);
  }
}
