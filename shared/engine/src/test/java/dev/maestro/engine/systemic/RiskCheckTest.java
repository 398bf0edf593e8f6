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

  private static BigDecimal vix(String value, Instant asOf) {
    RiskInputs.Vix reading = new RiskInputs.Vix(new BigDecimal(value), asOf);
    return VIX.factor(ENTRY, new RiskInputs(Optional.of(reading), NOW));
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
  @CsvSource({"12, 1", "30, 1", "30.000, 1", "30.01, 0.5", "80, 0.5", "0, 0.5", "-1, 0.5"})
  void entries_are_halved_while_the_index_is_above_its_limit(String value, String factor) {
    assertThat(vix(value, NOW)).isEqualByComparingTo(factor);
  }

  @Test
  void entries_are_halved_while_the_index_is_missing() {
    assertThat(VIX.factor(ENTRY, new RiskInputs(Optional.empty(), NOW)))
        .isEqualByComparingTo("0.5");
  }

  @Test
  void entries_are_halved_when_the_index_is_older_than_a_day() {
    Instant dayAgo = NOW.minus(Duration.ofDays(1));
    assertThat(vix("12", dayAgo)).isEqualByComparingTo("1");
    assertThat(vix("12", dayAgo.minusMillis(1))).isEqualByComparingTo("0.5");
  }

  @Test
  void entries_are_halved_when_the_index_comes_from_the_far_future() {
    assertThat(vix("12", NOW.plus(Duration.ofDays(2)))).isEqualByComparingTo("0.5");
    assertThat(vix("12", NOW.plusSeconds(30))).isEqualByComparingTo("1");
  }

  @Test
  void its_cuts_go_by_its_code() {
    assertThat(VIX.code()).isEqualTo("VIX");
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
