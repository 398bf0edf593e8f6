package dev.maestro.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that keep all their digits are written as their own text says them. */
class CanonicalExactTest {
  private static final long FIRST_SECOND = Instant.parse("-0100-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("+10100-01-01T00:00:00Z").getEpochSecond();
  private static final List<Long> FRACTIONS = List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L);

  private static <T> void isItsOwnText(T value, BiConsumer<T, CanonicalBytes> exact) {
    CanonicalBytes out = new CanonicalBytes(1);
    exact.accept(value, out);
    assertThat(out.text()).isEqualTo('"' + value.toString() + '"');
  }

  private static BigInteger digits(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    for (int i = random.nextInt(24); i >= 0; i--) {
      text.append(random.nextInt(4) == 0 ? 0 : random.nextInt(10));
    }
    return new BigInteger(text.toString());
  }

  @Test
  void a_decimal_keeps_every_place_and_every_zero() {
    Seeds.forTenTimesAsMany(
        random ->
            isItsOwnText(
                new BigDecimal(digits(random), random.nextInt(-12, 40)), CanonicalNumber::exact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.0",
        "0.00000",
        "0.000000",
        "0E-7",
        "0E+3",
        "-0.10",
        "1E-6",
        "1E-7",
        "0.0000010",
        "-0.00000010",
        "999999999999999999",
        "1000000000000000000",
        "-9223372036854775808",
        "9223372036854775807",
        "0.123456789012345678",
        "0.1234567890123456789",
        "1E+5",
        "1.50E+9"
      })
  void a_decimal_at_an_edge_is_its_own_text(String text) {
    isItsOwnText(new BigDecimal(text), CanonicalNumber::exact);
  }

  @Test
  void a_time_keeps_its_nanoseconds() {
    Seeds.forTenTimesAsMany(
        random -> {
          long unit = FRACTIONS.get(random.nextInt(FRACTIONS.size()));
          long nanos = random.nextLong(1_000_000_000) / unit * unit;
          long second = random.nextLong(FIRST_SECOND, LAST_SECOND);
          isItsOwnText(Instant.ofEpochSecond(second, nanos), CanonicalTime::exact);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59.999Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "2026-11-20T15:35:00.000001Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void a_time_at_an_edge_is_its_own_text(String text) {
    isItsOwnText(Instant.parse(text), CanonicalTime::exact);
  }

  @Test
  void a_day_of_any_year_is_its_own_text() {
    for (int year : new int[] {-999_999_999, -1, 0, 1, 999, 2026, 9_999, 10_000, 999_999_999}) {
      isItsOwnText(LocalDate.of(year, 2, 28), CanonicalTime::exact);
      isItsOwnText(LocalDate.of(year, 12, 9), CanonicalTime::exact);
    }
  }
}
