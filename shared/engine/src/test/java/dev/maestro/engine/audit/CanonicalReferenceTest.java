package dev.maestro.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The digits written by hand are the digits that java.time and BigDecimal write. */
class CanonicalReferenceTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final long FIRST_SECOND = Instant.parse("-0100-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("+10100-01-01T00:00:00Z").getEpochSecond();

  @Test
  void a_time_is_written_as_java_time_writes_it() {
    Seeds.forTenTimesAsMany(
        random -> {
          Instant time =
              Instant.ofEpochSecond(
                  random.nextLong(FIRST_SECOND, LAST_SECOND), random.nextLong(1_000_000_000));
          assertThat(CanonicalJson.time(time)).isEqualTo(TIME.format(time));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2026-11-20T15:35:02.417Z",
        "2024-02-29T00:00:00.0009Z",
        "0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59.999Z",
        "0999-12-31T23:59:59.099Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59.999999999Z"
      })
  void a_time_at_an_edge_is_written_as_java_time_writes_it(String text) {
    Instant time = Instant.parse(text);
    assertThat(CanonicalJson.time(time)).isEqualTo(TIME.format(time));
  }

  @Test
  void a_decimal_is_written_as_big_decimal_writes_it() {
    Seeds.forTenTimesAsMany(
        random -> {
          BigDecimal value = decimal(random);
          assertThat(CanonicalJson.write(value)).as("%s", value).isEqualTo(reference(value));
        });
  }

  @Test
  void a_double_is_written_as_its_exact_binary_value_rounded() {
    Seeds.forTenTimesAsMany(
        random -> {
          double value = binary(random);
          assertThat(CanonicalJson.write(value))
              .as("%s", value)
              .isEqualTo(reference(new BigDecimal(value)));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0.00000000005, 0",
    "0.00000000015, 0.0000000002",
    "-0.00000000005, 0",
    "-0.00000000015, -0.0000000002",
    "0.0000000000500000000001, 0.0000000001",
    "999999999.99999999995, 1000000000",
    "100, 100",
    "1E+20, 100000000000000000000",
    "-0.10, -0.1",
    "0E-30, 0",
    "0E+50, 0",
    "123456789012345678901234567890.5, 123456789012345678901234567890.5",
    "99999999.9999999999, 99999999.9999999999",
    "-99999999.9999999999, -99999999.9999999999",
    "100000000.0000000001, 100000000.0000000001",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "-922337203.6854775808, -922337203.6854775808"
  })
  void a_decimal_has_at_most_ten_places_half_even_and_no_trailing_zeros(
      String value, String expected) {
    assertThat(CanonicalJson.write(new BigDecimal(value))).isEqualTo(expected);
  }

  @Test
  void parts_are_hashed_with_their_lengths_before_them() {
    Seeds.forEach(
        random -> {
          String[] parts = {text(random), "", text(random), "\u00e9\u20ac\ud83d\ude00"};
          ByteBuffer bytes = ByteBuffer.allocate(1000);
          for (String part : parts) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            bytes.put(new byte[] {0, 0, 0, (byte) utf8.length}).put(utf8);
          }
          String together = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
          assertThat(Sha256.hexOfParts(parts)).isEqualTo(Sha256.hex(together));
        });
  }

  private static String reference(BigDecimal exact) {
    BigDecimal rounded = exact.scale() > 10 ? exact.setScale(10, RoundingMode.HALF_EVEN) : exact;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Of up to 24 digits, often with zeros at the end. */
  private static BigDecimal decimal(SplittableRandom random) {
    BigInteger digits = BigInteger.valueOf(random.nextLong() >> random.nextInt(64));
    return new BigDecimal(
        digits.multiply(BigInteger.TEN.pow(random.nextInt(6))), random.nextInt(-20, 26));
  }

  /** Of every size, or in the middle between two texts as far as a double can be. */
  private static double binary(SplittableRandom random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(3)) {
      case 0 -> Double.isFinite(any) ? any : 0;
      case 1 -> (random.nextInt(-2_000_000, 2_000_000) + 0.5) / 1e10;
      default -> random.nextLong(-1L << 40, 1L << 40) / (double) (1L << random.nextInt(60));
    };
  }

  private static String text(SplittableRandom random) {
    return "x".repeat(random.nextInt(100));
  }
}
