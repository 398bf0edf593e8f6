package dev.maestro.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {
  private static final String GOOD =
      "{\"now\": \"2026-01-31T16:00:00Z\", \"config\": {\"agent_ids\": [\"A\"]}, \"trades\": []}";

  @Test
  void there_is_one_result_per_line_in_order() {
    CommandRun run =
        CommandRun.withInput(
            GOOD + "\n" + GOOD.replace("\"A\"", "\"Bä\"") + "\n", "eval", "weights");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(2);
    assertThat(result(run, 0).getAsJsonObject("weights").get("A").getAsString())
        .isEqualTo("1.0000000000");
    assertThat(result(run, 1).getAsJsonObject("weights").has("Bä")).isTrue();
  }

  @Test
  void a_broken_line_gives_an_error_on_its_line_and_the_run_goes_on() {
    for (String broken :
        List.of("{", "garbage", "[]", "5", "null", "{} {}", "{\"a\":".repeat(100_000))) {
      CommandRun run =
          CommandRun.withInput(GOOD + "\n" + broken + "\n" + GOOD + "\n", "eval", "weights");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.lines()).hasSize(3);
      assertThat(result(run, 0).has("error")).isFalse();
      assertThat(result(run, 1).get("error").getAsString()).isEqualTo("not a JSON object");
      assertThat(result(run, 2).has("error")).isFalse();
      assertThat(run.err())
          .isEqualToIgnoringNewLines(
              "maestro: 1 lines could not be evaluated: see the error on each line");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | now is missing and must be a time like 2026-01-31T16:00:00Z",
        "{\"now\": \"today\"} | now must be a time like 2026-01-31T16:00:00Z, got 'today'",
        "{\"now\": \"2026-01-31T16:00:00\"} | now must be a time like",
        "{\"now\": \"2026-01-31T16:00:00Z\", \"config\": 5} | config must be a map, got '5'",
        "{\"now\": \"2026-01-31T16:00:00Z\", \"trades\": {}} | trades must be a list of maps, got a"
            + " map",
        "{\"now\": \"2026-01-31T16:00:00Z\", \"trades\": [7]} | trades[0] must be a map, got '7'",
        "{\"now\": \"2026-01-31T16:00:00Z\", \"trades\": [null]} | trades[0] must be a map, got",
        "{\"config\": {\"temperature\": 0}} | Configuration refused: temperature must be from 0.01",
        "{\"config\": {\"agent_ids\": [null]}} | config: agent_ids[0] is missing",
        "{\"config\": {\"lookback\": 5}} | lookback is not a known name"
      })
  void an_error_names_the_field_and_the_rule(String input, String error) {
    CommandRun run = CommandRun.withInput(input + "\n", "eval", "weights");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(result(run, 0).get("error").getAsString()).contains(error);
  }

  @Test
  void a_configuration_and_trades_may_be_absent() {
    CommandRun run = CommandRun.withInput("{\"now\": \"2026-01-31T16:00:00Z\"}", "eval", "weights");
    assertThat(run.exitCode()).isZero();
    assertThat(result(run, 0).get("cash").getAsString()).isEqualTo("1.0000000000");
  }

  @Test
  void empty_input_and_empty_lines_have_no_result() {
    assertThat(CommandRun.withInput("", "eval", "weights")).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.withInput("\n \n" + GOOD + "\n\n", "eval", "weights").lines()).hasSize(1);
  }

  @Test
  void an_unknown_kind_is_wrong_usage() {
    CommandRun run = CommandRun.withInput(GOOD, "eval", "tea-leaves");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("maestro: eval knows no kind 'tea-leaves': use one of ");
  }

  @Test
  void a_missing_kind_is_wrong_usage() {
    CommandRun run = CommandRun.withInput(GOOD, "eval");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("KIND")
        .endsWith("see 'maestro eval --help'" + System.lineSeparator());
  }

  private static JsonObject result(CommandRun run, int line) {
    return JsonParser.parseString(run.lines().get(line)).getAsJsonObject();
  }

  /** A misspelt kill switch is no kill switch, and no default may stand in for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "policy | {\"kill_swich\": \"stop\"} | kill_swich is not a known name: did you mean"
            + " kill_switch?",
        "policy | {\"symbol_performance\": []} | symbol_performance is not a known name",
        "policy | {\"risk_state\": {\"daily_pnl\": -9}} | risk_state: daily_pnl is not a known"
            + " name: did you mean daily_pnl_pct?",
        "policy | {\"symbols\": [{\"symbol\": \"A\", \"tag\": \"BAD\"}]} | symbols[0]: tag is not a"
            + " known name",
        "stability | {\"steps\": [{\"at\": \"2026-01-05T15:00:00Z\", \"regim\": \"UNKNOWN\"}]} |"
            + " steps[0]: regim is not a known name: did you mean regime?",
        "throttle | {\"day\": []} | day is not a known name: did you mean days?",
        "systemic | {\"signal\": {}} | signal is not a known name: did you mean signals?",
        "select | {\"strategies\": [{\"strategy_id\": \"a\", \"total_trades\": 1, \"win_rat\": 1}]}"
            + " | strategies[0]: win_rat is not a known name: did you mean winrate?",
        "ledger | {\"steps\": [{\"op\": \"settle\", \"at\": \"2026-01-05T15:00:00Z\", \"nonse\":"
            + " 1}]} | steps[0]: nonse is not a known name",
        "evidence | {\"returns\": [], \"paths\": true} | paths is not a known name: did you mean"
            + " path?"
      })
  void a_name_that_nobody_knows_is_refused_in_every_kind(String kind, String line, String message) {
    CommandRun run = CommandRun.withInput(line + "\n", "eval", kind);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(result(run, 0).get("error").getAsString()).contains(message);
  }
}
