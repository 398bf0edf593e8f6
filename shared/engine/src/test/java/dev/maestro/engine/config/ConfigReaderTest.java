package dev.maestro.engine.config;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.maestro.engine.form.Fields;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  @Test
  void an_absent_key_takes_its_default() {
    ConfigReader read = new ConfigReader(Fields.EMPTY);
    assertThat(read.decimal("rate", "0.04")).isEqualTo(new BigDecimal("0.04"));
    assertThat(read.integer("count", 7)).isEqualTo(7);
    assertThat(read.flag("strict", true)).isTrue();
    assertThat(read.names("names")).isEmpty();
    assertThat(read.build(() -> "built")).isEqualTo("built");
  }

  @Test
  void a_null_value_takes_the_default() {
    Map<String, Object> values = new HashMap<>();
    values.put("count", null);
    ConfigReader read = new ConfigReader(Fields.of("", values));
    assertThat(read.integer("count", 7)).isEqualTo(7);
    assertThat(read.build(() -> "built")).isEqualTo("built");
  }

  @Test
  void a_given_value_wins_over_the_default() {
    ConfigReader read =
        new ConfigReader(
            Fields.of(
                "",
                Map.of("rate", "0.5", "count", 3, "strict", true, "names", List.of(" A ", "B"))));
    assertThat(read.decimal("rate", "0.04")).isEqualTo(new BigDecimal("0.5"));
    assertThat(read.integer("count", 7)).isEqualTo(3);
    assertThat(read.flag("strict", false)).isTrue();
    assertThat(read.names("names")).containsExactly("A", "B");
    assertThat(read.build(() -> "built")).isEqualTo("built");
  }

  static List<Object> wholeNumbers() {
    return List.of(12, 12L, 12.0, "12", " 12 ", "12.00", "1.2e1", new BigDecimal("12"));
  }

  @ParameterizedTest
  @MethodSource("wholeNumbers")
  void a_whole_number_may_be_written_in_many_ways(Object written) {
    assertThat(new ConfigReader(Fields.of("", Map.of("count", written))).integer("count", 7))
        .isEqualTo(12);
  }

  static List<Object> noWholeNumbers() {
    return List.of(
        1.5,
        "1.5",
        "twelve",
        "",
        true,
        List.of(12),
        Map.of(),
        2147483648L,
        "-2147483649",
        "1e14",
        Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("noWholeNumbers")
  void anything_else_is_no_whole_number(Object written) {
    assertThat(errorsOf("count", written, read -> read.integer("count", 7)))
        .containsExactly("count must be a whole number, got " + shown(written));
  }

  @Test
  void whole_numbers_reach_to_the_limits_of_an_int() {
    assertThat(new ConfigReader(Fields.of("", Map.of("n", 2147483647))).integer("n", 7))
        .isEqualTo(2147483647);
    assertThat(new ConfigReader(Fields.of("", Map.of("n", -2147483647))).integer("n", 7))
        .isEqualTo(-2147483647);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", " true ", "True"})
  void the_word_true_is_a_truth_in_any_case(String written) {
    assertThat(new ConfigReader(Fields.of("", Map.of("strict", written))).flag("strict", false))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", " false "})
  void the_word_false_is_a_truth_in_any_case(String written) {
    assertThat(new ConfigReader(Fields.of("", Map.of("strict", written))).flag("strict", true))
        .isFalse();
  }

  static List<Object> noTruths() {
    return List.of("yes", "1", 1, 0, "", List.of(true), Map.of());
  }

  @ParameterizedTest
  @MethodSource("noTruths")
  void anything_else_is_no_truth(Object written) {
    assertThat(errorsOf("strict", written, read -> read.flag("strict", false)))
        .containsExactly("strict must be true or false, got " + shown(written));
  }

  static List<Object> noNames() {
    return List.of(
        "A",
        7,
        Map.of("A", 1),
        List.of("A", "A"),
        List.of("A", " A "),
        List.of("A", ""),
        List.of("A", "  "),
        List.of("A", 7),
        List.of(List.of("A")),
        Arrays.asList("A", null));
  }

  @ParameterizedTest
  @MethodSource("noNames")
  void names_are_distinct_texts_that_are_not_blank(Object written) {
    assertThat(errorsOf("names", written, read -> read.names("names")))
        .singleElement(as(STRING))
        .startsWith("names")
        .containsAnyOf("each a text that is not blank", "be a text that is not blank", "distinct");
  }

  @Test
  void a_wrong_decimal_is_an_error_that_shows_at_most_60_signs_of_it() {
    assertThat(errorsOf("rate", "x".repeat(500), read -> read.decimal("rate", "1")))
        .containsExactly("rate must be a decimal, got '" + "x".repeat(60) + "...'");
  }

  @Test
  void all_errors_are_reported_at_once() {
    ConfigReader read =
        new ConfigReader(
            Fields.of("", Map.of("rate", "x", "count", "y", "b_typo", 1, "a_typo", 2)));
    read.decimal("rate", "1");
    read.integer("count", 1);
    InvalidConfigurationException refused =
        refusal(
            () ->
                read.build(
                    () -> {
                      throw new InvalidConfigurationException(List.of("range of another key"));
                    }));
    assertThat(refused.errors())
        .containsExactly(
            "rate must be a decimal, got 'x'",
            "count must be a whole number, got 'y'",
            "range of another key",
            "a_typo is not a known name: use one of count, rate",
            "b_typo is not a known name: use one of count, rate");
    assertThat(refused).hasMessageStartingWith("Configuration refused: rate must be a decimal");
    assertThat(refused).hasMessageContaining("; count must be");
  }

  @Test
  void nothing_is_built_from_a_configuration_with_an_unknown_key() {
    ConfigReader read = new ConfigReader(Fields.of("", Map.of("lookback_trade", 50)));
    assertThatThrownBy(() -> read.build(() -> "built"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("lookback_trade is not a known name");
  }

  private static String shown(Object written) {
    if (written instanceof Map) {
      return "a map";
    }
    return written instanceof List ? "a list" : "'" + written + "'";
  }

  private static List<String> errorsOf(
      String key, Object written, java.util.function.Consumer<ConfigReader> reading) {
    ConfigReader read = new ConfigReader(Fields.of("", Map.of(key, written)));
    reading.accept(read);
    return refusal(() -> read.build(() -> "built")).errors();
  }

  private static InvalidConfigurationException refusal(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable building) {
    return catchThrowableOfType(InvalidConfigurationException.class, building);
  }
}
