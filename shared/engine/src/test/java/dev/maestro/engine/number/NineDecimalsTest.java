package dev.maestro.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NineDecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "1.0000000000000007, 1",
    "4.999999999999, 5",
    "0.1234567894, 0.123456789",
    "-0.1234567896, -0.12345679",
    "0.0000000001, 0",
    "-0.0000000001, 0",
    "1000000000000000, 1000000000000000",
    "0.0000000025, 0.000000003",
    "2.5e-10, 0"
  })
  void noise_beyond_nine_decimals_is_gone(double value, String shown) {
    assertThat(NineDecimals.show(value)).isEqualTo(shown);
    assertThat(NineDecimals.round(value)).isEqualTo(Double.parseDouble(shown));
  }

  @Test
  void what_is_not_finite_stays_what_it_is() {
    assertThat(NineDecimals.round(Double.NaN)).isNaN();
    assertThat(NineDecimals.round(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
