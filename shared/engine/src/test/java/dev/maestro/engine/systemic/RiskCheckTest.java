package dev.maestro.engine.systemic;

import static dev.maestro.engine.signal.Spoken.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Spoken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCheckTest {
  private static final Signal ENTRY = Spoken.buy("AAPL").by("trend");
  private static final VixCheck VIX = new VixCheck(new BigDecimal("30"));
  private static final VixUnknownCheck UNKNOWN = new VixUnknownCheck();

  private static BigDecimal vix(RiskCheck check, String value, Instant asOf) {
    RiskInputs.Vix reading = new RiskInputs.Vix(new BigDecimal(value), asOf);
    return check.factor(ENTRY, new RiskInputs(Optional.of(reading), NOW));
  }

  private static BigDecimal bounded(RiskCheck check) {
    return RiskCheck.bounded(check, ENTRY, new RiskInputs(Optional.empty(), NOW));
  }

  private static BigDecimal answering(String factor) {
    return bounded(new Answering(new BigDecimal(factor)));
  }

  private record Answering(BigDecimal factor) implements RiskCheck {
    @Override
    public String code() {
      return "ANSWER";
    }

    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      return factor;
    }
  }

  @ParameterizedTest
  @CsvSource({"12, 1", "30, 1", "30.000, 1", "30.01, 0.5", "80, 0.5"})
  void entries_are_halved_while_the_index_is_above_its_limit(String value, String factor) {
    assertThat(vix(VIX, value, NOW)).isEqualByComparingTo(factor);
    assertThat(vix(UNKNOWN, value, NOW)).isEqualByComparingTo("1");
  }

  @Test
  void entries_are_halved_while_the_index_is_missing_under_a_code_of_its_own() {
    RiskInputs nothing = new RiskInputs(Optional.empty(), NOW);
    assertThat(UNKNOWN.factor(ENTRY, nothing)).isEqualByComparingTo("0.5");
    assertThat(VIX.factor(ENTRY, nothing)).isEqualByComparingTo("1");
    assertThat(VixCheck.above(BigDecimal.TEN))
        .extracting(RiskCheck::code)
        .containsExactly("VIX", "VIX_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,      12, 1",
    "PT-24H,    12, 1",
    "PT-24H-1S, 12, 0.5",
    "PT60S,     12, 1",
    "PT61S,     12, 0.5",
    "PT48H,     80, 0.5",
    "PT0S,       0, 0.5",
    "PT0S,      -1, 0.5"
  })
  void an_index_that_is_old_or_ahead_or_no_index_at_all_is_unknown(
      Duration ahead, String value, String factor) {
    assertThat(vix(UNKNOWN, value, NOW.plus(ahead))).isEqualByComparingTo(factor);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.25, 0.25",
    "1, 1",
    "1.01, 1",
    "1E+999999999, 1",
    "-0.01, 0",
    "-1E+999999999, 0",
    "1E-999999999, 0"
  })
  void a_factor_counts_within_zero_and_one(String factor, String counted) {
    assertThat(answering(factor)).isEqualByComparingTo(counted);
  }

  @Test
  void the_smallest_double_still_counts() {
    BigDecimal smallest = new BigDecimal(Double.MIN_VALUE);
    assertThat(bounded(new Answering(smallest))).isEqualByComparingTo(smallest);
    assertThat(bounded(new Answering(smallest.movePointLeft(1)))).isZero();
  }

  @Test
  void a_check_that_fails_counts_as_zero() {
    RiskCheck failing =
        new RiskCheck() {
          @Override
          public String code() {
            return "FAILING";
          }

          @Override
          public BigDecimal factor(Signal entry, RiskInputs inputs) {
            throw new IllegalStateException("no data");
          }
        };
    assertThat(bounded(failing)).isZero();
  }

  @Test
  void a_check_that_answers_nothing_counts_as_zero() {
    BigDecimal[] nothing = new BigDecimal[1];
    assertThat(bounded(new Answering(nothing[0]))).isZero();
  }
}
