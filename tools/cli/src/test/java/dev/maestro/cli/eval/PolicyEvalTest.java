package dev.maestro.cli.eval;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code eval policy} and {@code eval stability} refuse. */
class PolicyEvalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"profile\": \"wild\"} | profile must be SAFE, AGGRESSIVE or STANDARD, got 'wild'",
        "{\"overrides\": {\"base_risk\": 1}} | base_risk is not a parameter of a profile",
        "{\"overrides\": {\"profile\": \"SAFE\"}} | overrides: profile must be given beside"
            + " overrides",
        "{\"overrides\": 5} | overrides must be a map, got '5'",
        "{\"symbols_default\": \"MAYBE\"} | symbols_default must be one of ALLOW or DENY, got"
            + " 'MAYBE'",
        "{\"msc_enabled\": \"no\"} | msc_enabled must be true or false, got 'no'",
        "{\"symbols\": [{}]} | symbols[0]: symbol is missing",
        "{\"cost\": 1} | cost must be a map, got '1'",
      })
  void an_error_names_the_field_and_the_rule(String input, String error) {
    assertThatThrownBy(() -> new PolicyEval().evaluate(JsonText.fields(input)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"steps\": [{}]} | steps[0]: at is missing and must be a time like 2026-01-31T16:00:00Z",
        "{\"zone\": \"Mars\"} | zone must be a time zone such as UTC or America/New_York, got"
            + " 'Mars'",
        "{\"config\": {\"patience\": 1}} | patience is not a known name",
      })
  void an_error_in_a_history_does_so_too(String input, String error) {
    assertThatThrownBy(() -> new StabilityEval().evaluate(JsonText.fields(input)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }
}
