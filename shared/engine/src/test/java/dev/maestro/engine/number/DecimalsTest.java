package dev.maestro.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
  private static final BigDecimal LIMIT = new BigDecimal("1e15");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "0e5",
        "00012",
        "1",
        "+1",
        "-1",
        "1.",
        "+1.",
        "0.5",
        ".5",
        "-.5",
        "1e3",
        "1E3",
        "1e+3",
        "1E-3",
        "5.e1",
        "0.5e15",
        "1e0000000000003",
        "999999999999999",
        "-999999999999999.999",
        "0.000000000000000000000000000001",
        "1e-30",
        "1000e-3",
        "1e14"
      })
  void plain_decimals_are_read_exactly(String text) {
    assertThat(Decimals.read(text))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(new BigDecimal(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" 12", "12 ", "\t12\r\n", "  12  "})
  void white_space_around_a_decimal_is_trimmed(String text) {
    assertThat(Decimals.read(text)).contains(new BigDecimal("12"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        ".",
        "+",
        "-",
        "e5",
        "1e",
        "1e+",
        "--1",
        "+-1",
        "1-",
        "1.2.3",
        "1e1.5",
        "1e5e5",
        "- 1",
        "1 e3",
        "NaN",
        "Infinity",
        "-Infinity",
        "inf",
        "0x1F",
        "0x1p3",
        "1f",
        "1d",
        "1L",
        "1,000",
        "1.000,5",
        "1_000",
        "1 000",
        "1'000",
        "$5",
        "5$",
        "€5",
        "5%",
        "(5)",
        "true",
        "false",
        "null",
        "none",
        "１２",
        "١٢",
        "१२",
        "−5",
        "1e１",
        "½",
        "²",
        "1\u0000",
        "1/2"
      })
  void anything_else_is_no_decimal(String text) {
    assertThat(Decimals.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e15",
        "-1e15",
        "1000000000000000",
        "-1000000000000000.0",
        "1e16",
        "10e14",
        "0.1e16",
        "1e999",
        "1e999999999",
        "1e2147483647",
        "1e2147483648",
        "1e99999999999",
        "-1e999999999"
      })
  void magnitudes_of_1e15_and_more_are_no_decimals(String text) {
    assertThat(Decimals.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0000000000000000000000000000001",
        "1e-31",
        "1.5e-30",
        "-1e-31",
        "1e-999999999",
        "1e-2147483647",
        "0.0000000000000000000000000000000"
      })
  void more_than_30_decimal_places_are_no_decimal(String text) {
    assertThat(Decimals.read(text)).isEmpty();
  }

  @Test
  void text_of_ten_thousand_digits_is_no_decimal() {
    assertThat(Decimals.read("9".repeat(10_000))).isEmpty();
    assertThat(Decimals.read("0." + "1".repeat(10_000))).isEmpty();
    assertThat(Decimals.read("1e" + "9".repeat(10_000))).isEmpty();
    assertThat(Decimals.read("x".repeat(10_000))).isEmpty();
  }

  @Test
  void text_is_looked_at_up_to_a_thousand_signs() {
    assertThat(Decimals.read("0".repeat(999) + "7")).contains(new BigDecimal("7"));
    assertThat(Decimals.read("0".repeat(1000) + "7")).isEmpty();
  }

  @Test
  void padding_does_not_count_as_text() {
    assertThat(Decimals.read(" ".repeat(5000) + "7")).contains(new BigDecimal("7"));
  }

  static List<Object> otherTypes() {
    return List.of(
        true,
        false,
        List.of(1),
        List.of(),
        Map.of("value", 1),
        Optional.of(1),
        '5',
        Instant.EPOCH,
        new AtomicReference<>("5"),
        new int[] {5},
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Float.NaN,
        Float.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @MethodSource("otherTypes")
  void only_text_and_finite_numbers_are_decimals(Object value) {
    assertThat(Decimals.read(value)).isEmpty();
  }

  static Map<Number, String> numbers() {
    return Map.ofEntries(
        Map.entry(5, "5"),
        Map.entry(-7L, "-7"),
        Map.entry((short) 3, "3"),
        Map.entry((byte) -4, "-4"),
        Map.entry(0.1, "0.1"),
        Map.entry(0.1f, "0.1"),
        Map.entry(-2.5e-7, "-0.00000025"),
        Map.entry(9.99e14, "999000000000000"),
        Map.entry(-0.0, "0"),
        Map.entry(BigInteger.valueOf(42), "42"),
        Map.entry(new BigDecimal("0.30"), "0.3"));
  }

  @Test
  void numbers_are_read_as_they_are_written() {
    numbers()
        .forEach(
            (number, text) ->
                assertThat(Decimals.read(number).orElseThrow())
                    .as(number.getClass() + " " + number)
                    .isEqualByComparingTo(text));
  }

  @ParameterizedTest
  @MethodSource("numbersOutside")
  void numbers_outside_the_range_are_no_decimals(Number number) {
    assertThat(Decimals.read(number)).isEmpty();
  }

  static List<Number> numbersOutside() {
    return List.of(
        1e15,
        -1e15,
        1e308,
        Double.MIN_VALUE,
        1e-31,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1_000_000_000_000_000L,
        BigInteger.TEN.pow(15),
        BigInteger.TEN.pow(400),
        new BigDecimal("1e15"),
        new BigDecimal("1e-31"),
        new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
        new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE));
  }

  @Test
  void zero_has_one_form_whatever_its_exponent() {
    assertThat(Decimals.read("0e999999999")).contains(BigDecimal.ZERO);
    assertThat(Decimals.read(new BigDecimal(BigInteger.ZERO, -2_000_000_000)))
        .contains(BigDecimal.ZERO);
  }

  @Test
  void text_is_a_decimal_exactly_if_the_grammar_and_the_range_say_so() {
    Seeds.forTenTimesAsMany(
        random -> {
          String text = oddText(random);
          Optional<BigDecimal> expected =
              DECIMAL.matcher(text).matches()
                  ? Optional.of(new BigDecimal(text))
                      .filter(value -> value.scale() <= 30)
                      .filter(value -> value.abs().compareTo(LIMIT) < 0)
                  : Optional.empty();
          Optional<BigDecimal> read = Decimals.read(text);
          assertThat(read.isPresent()).as(text).isEqualTo(expected.isPresent());
          expected.ifPresent(
              value -> assertThat(read.orElseThrow()).as(text).isEqualByComparingTo(value));
        });
  }

  private static String oddText(SplittableRandom random) {
    String signs = random.nextInt(4) == 0 ? "0123456789+-.eExN_, " : "00123456789.e-";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(1, 10);
    for (int i = 0; i < length; i++) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString().strip();
  }
}
