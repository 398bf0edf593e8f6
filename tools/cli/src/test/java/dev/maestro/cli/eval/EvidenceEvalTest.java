package dev.maestro.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.JsonText;
import dev.maestro.engine.form.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code eval evidence} refuses, and what an idle day is. */
class EvidenceEvalTest {
  private static Map<String, Object> evaluate(String input) {
    return new EvidenceEval().evaluate(Fields.of("", JsonText.readObject(input))).values();
  }

  private static String record(String separator, String end) {
    return "0.01" + (separator + "-0.02" + separator + "0.015").repeat(20) + end;
  }

  @Test
  void idle_days_change_nothing() {
    String busy = record(", ", "");
    String withIdleDays = record(", null, null, ", ", null");
    assertThat(evaluate("{\"returns\": [" + withIdleDays + "], \"path\": true}"))
        .isEqualTo(evaluate("{\"returns\": [" + busy + "], \"path\": true}"));
  }

  @Test
  void a_strategy_that_never_trades_is_undecided_never_disproved() {
    Map<String, Object> result =
        evaluate("{\"returns\": [null" + ", null".repeat(2000) + "], \"path\": true}");
    assertThat(result)
        .containsEntry("days", 0L)
        .containsEntry("word", "UNDECIDED")
        .containsEntry("mode", "ACTIVE")
        .containsEntry("detection", 0.0)
        .containsEntry("modes", List.of());
  }

  @Test
  void a_row_of_zero_is_a_day() {
    assertThat(evaluate("{\"returns\": [0, null, 0.0]}")).containsEntry("days", 2L);
  }

  @Test
  void modes_are_told_only_if_asked_for() {
    assertThat(evaluate("{\"returns\": [0.01]}")).doesNotContainKey("modes");
    assertThat(evaluate("{\"returns\": [0.01, null, 0.02], \"path\": true}"))
        .containsEntry("modes", List.of("ACTIVE", "ACTIVE"));
  }

  @Test
  void a_return_of_a_million_is_a_return() {
    assertThat(evaluate("{\"returns\": [0.01, -0.01, 0.01, 0.02, -0.01, -1e6, 1000000]}"))
        .containsEntry("days", 7L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | returns is missing",
        "{\"returns\": 5} | returns must be a list, each a number, or null for an idle day",
        "{\"returns\": [NaN]} | returns[0] must be a number, or null for an idle day, got",
        "{\"returns\": [0, \"Infinity\"]} | returns[1] must be a number",
        "{\"returns\": [true]} | returns[0] must be a number",
        "{\"returns\": [], \"path\": \"yes\"} | path must be true or false",
        "{\"returns\": [], \"config\": []} | config must be a map",
        "{\"returns\": [], \"config\": {\"alpha\": 0}} | alpha must be above 0 and below 1, got"
            + " 0.0",
        "{\"returns\": [], \"config\": {\"grid\": []}} | grid is not a known name",
        "{\"returns\": [], \"config\": {\"prior_sd\": 0}} | prior_sd must be from 0.1 to 10.0"
      })
  void an_error_names_the_field_and_the_rule(String input, String error) {
    assertThatThrownBy(() -> evaluate(input))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }
}
