package dev.maestro.cli.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsCommandTest {
  private static final String HEADER =
      "trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity\n";
  private static final String TRADES =
      HEADER
          + "a1,Alpha,2025-01-05T10:00:00Z,2,50,2\n"
          + "a2,Alpha,2025-01-06T10:00:00Z,3,50,2\n"
          + "b1,Beta,2025-01-05T10:00:00Z,-2,50,2\n"
          + "b2,Beta,2025-01-06T10:00:00Z,-3,50,2\n"
          + "c1,Gamma,2025-01-05T10:00:00Z,7,50,2\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void the_weights_of_a_journal_are_printed_as_a_table() throws IOException {
    CommandRun run = weights(TRADES);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().subList(0, 7))
        .containsExactly(
            "============================================================",
            "MAESTRO - AGENT WEIGHTS",
            "============================================================",
            "Alpha               :  90.00% (Sharpe:  3.5131, 2 trades)",
            "Beta                :   5.00% (Sharpe: -3.5580, losing: floor)",
            "Gamma               :   5.00% (Sharpe: unknown, unproven: 1 trades)",
            "Cash                :   0.00%");
  }

  @Test
  void rejected_rows_are_named_with_line_reason_and_mend() throws IOException {
    CommandRun run = weights(TRADES + "x,Alpha,2025-01-05,1,50,2\n\n,Alpha,,1,50,2\ny\"\n\"z\n");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .contains("  rows           5 closed, 1 open (left out), 0 corrected, 3 rejected");
    assertThat(run.err().lines())
        .containsExactly(
            "maestro: rejected rows: 3:",
            "  line 7: BAD_TIME:closed_at (x, closed_at: '2025-01-05', a date without time and"
                + " zone: with --zone it counts from 00:00): write closed_at as ISO-8601 with an"
                + " offset: 2026-01-31T16:00:00Z",
            "  line 10: BAD_ROW (line:10, 1 fields, the header has 6): one complete row per line:"
                + " balanced quotes, or one JSON object",
            "  line 11: BAD_ROW (line:11): one complete row per line: balanced quotes, or one JSON"
                + " object");
  }

  @Test
  void of_many_rejected_rows_the_newest_20_are_shown() throws IOException {
    StringBuilder journal = new StringBuilder(TRADES);
    for (int i = 0; i < 25; i++) {
      journal.append("x").append(i).append(",Alpha,2025-01-05T10:00Z,1,0,2\n");
    }
    List<String> errors = weights(journal.toString()).err().lines().toList();
    assertThat(errors).hasSize(21);
    assertThat(errors.get(0)).isEqualTo("maestro: rejected rows: 25; the newest 20:");
    assertThat(errors.get(1)).startsWith("  line 12: ZERO_CAPITAL (x5, entry_price: '0', ");
    assertThat(errors.get(20)).startsWith("  line 31: ZERO_CAPITAL (x24, ");
    JsonObject json =
        JsonParser.parseString(weights(journal.toString(), "--json").out()).getAsJsonObject();
    assertThat(json.get("rejected_count").getAsInt()).isEqualTo(25);
    assertThat(json.getAsJsonArray("rejected_reasons")).hasSize(25);
    assertThat(json.getAsJsonArray("rejected")).hasSize(20);
    assertThat(json.getAsJsonArray("rejected").get(0).toString())
        .isEqualTo(
            "{\"trade_id\":\"x5\",\"reason\":\"ZERO_CAPITAL\",\"line\":12,"
                + "\"found\":\"entry_price: '0', quantity: '2'\"}");
  }

  @Test
  void rejected_rows_that_are_not_kept_are_counted_all_the_same() throws IOException {
    String journal = TRADES + ",Alpha,2025-01-05T10:00Z,1,0,2\n".repeat(5000);
    CommandRun run = weights(journal);
    assertThat(run.err()).startsWith("maestro: rejected rows: 5000; the newest 20:");
    assertThat(run.out()).contains("5000 rejected");
    JsonObject json = JsonParser.parseString(weights(journal, "--json").out()).getAsJsonObject();
    assertThat(json.get("rejected_count").getAsInt()).isEqualTo(5000);
    assertThat(json.getAsJsonObject("read").get("rejected").getAsInt()).isEqualTo(5000);
    assertThat(json.getAsJsonArray("rejected_reasons")).hasSize(2000);
  }

  @Test
  void json_has_the_fields_of_the_weights_document() throws IOException {
    CommandRun run = weights(TRADES + "x,Alpha,2025-01-05T10:00Z,1,0,2\n", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(1);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly(
            "weights",
            "cash",
            "agents",
            "warnings",
            "rejected_count",
            "rejected_reasons",
            "rejected",
            "evidence",
            "read");
    assertThat(json.getAsJsonObject("evidence").getAsJsonObject("Beta").keySet())
        .containsExactly("sharpe", "standard_error", "psr", "dsr", "minimum_trades");
    assertThat(json.get("weights").toString())
        .isEqualTo(
            "{\"Alpha\":\"0.9000000000\",\"Beta\":\"0.0500000000\",\"Gamma\":\"0.0500000000\"}");
    assertThat(json.get("cash").getAsString()).isEqualTo("0.0000000000");
    assertThat(json.get("rejected_count").getAsInt()).isEqualTo(1);
    assertThat(json.get("rejected").toString())
        .isEqualTo(
            "[{\"trade_id\":\"x\",\"reason\":\"ZERO_CAPITAL\",\"line\":7,"
                + "\"found\":\"entry_price: '0', quantity: '2'\"}]");
  }

  @Test
  void in_json_what_is_unknown_is_null() throws IOException {
    CommandRun run = weights(TRADES, "--json");
    List<JsonElement> agents =
        JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("agents").asList();
    JsonObject ranked = agents.get(0).getAsJsonObject();
    assertThat(ranked.get("agent_id").getAsString()).isEqualTo("Alpha");
    assertThat(ranked.get("standing").getAsString()).isEqualTo("RANKED");
    assertThat(ranked.get("trades").getAsInt()).isEqualTo(2);
    assertThat(ranked.get("mean_return").getAsDouble()).isEqualTo(0.025);
    assertThat(ranked.get("last_closed_at").getAsString()).isEqualTo("2025-01-06T10:00:00Z");
    assertThat(ranked.get("standard_error").getAsDouble()).isGreaterThan(1.89).isLessThan(1.90);
    JsonObject unproven = agents.get(2).getAsJsonObject();
    assertThat(unproven.get("standing").getAsString()).isEqualTo("UNPROVEN");
    for (String unknown : List.of("sharpe", "standard_error", "deviation")) {
      assertThat(unproven.get(unknown).isJsonNull()).as(unknown).isTrue();
    }
  }

  @Test
  void dollars_add_up_to_the_cent() throws IOException {
    for (String capital : List.of("100000", "0.07", "33333.33", "0")) {
      CommandRun run = weights(TRADES, "--capital", capital);
      assertThat(run.exitCode()).isZero();
      BigDecimal sum = BigDecimal.ZERO;
      for (String line : run.lines().subList(3, 7)) {
        String dollars = line.substring(line.lastIndexOf(' ') + 1).replace(",", "");
        sum = sum.add(new BigDecimal(dollars));
      }
      assertThat(sum).isEqualByComparingTo(capital);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0.001", "much"})
  void capital_that_is_no_amount_is_wrong_usage(String capital) throws IOException {
    CommandRun run = weights(TRADES, "--capital", capital);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("maestro: ").contains("--capital", capital).hasLineCount(1);
  }

  @Test
  void settings_come_from_the_configuration() throws IOException {
    Path config =
        write("config.json", "{\"agent_ids\": [\"Beta\", \"Alpha\"], \"max_weight\": 0.5}");
    CommandRun run = weights(TRADES, "--config", config.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().subList(3, 6))
        .containsExactly(
            "Alpha               :  50.00% (Sharpe:  3.5131, 2 trades)",
            "Beta                :   5.00% (Sharpe: -3.5580, losing: floor)",
            "Cash                :  45.00%");
  }

  @Test
  void all_errors_of_the_configuration_are_reported_at_once() throws IOException {
    Path config = write("config.json", "{\"temperature\": 0, \"min_trades\": \"x\", \"typo\": 1}");
    CommandRun run = weights(TRADES, "--config", config.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "maestro: configuration: min_trades must be a whole number, got 'x'",
            "maestro: configuration: temperature must be from 0.01 to 100, got 0",
            "maestro: configuration: typo is not a known name: use one of agent_ids, clones,"
                + " enforce_performance, floor_sleeve, lookback_trades, max_daily_change,"
                + " max_sharpe, max_weight, min_floor_weight, min_trades, risk_free_rate, scheme,"
                + " temperature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "", "lookback_trades: 5"})
  void a_configuration_that_is_no_json_object_is_wrong_usage(String text) throws IOException {
    Path config = write("config.json", text);
    CommandRun run = weights(TRADES, "--config", config.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("maestro: " + config + " must hold one JSON object");
  }

  @Test
  void a_configuration_that_cannot_be_read_is_wrong_usage() throws IOException {
    for (Path config : List.of(folder, folder.resolve("nowhere.json"))) {
      CommandRun run = weights(TRADES, "--config", config.toString());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("maestro: " + config + " cannot be read").hasLineCount(1);
    }
  }

  @Test
  void a_journal_that_cannot_be_read_is_a_failure_that_names_the_mend() throws IOException {
    Path missing = folder.resolve("nowhere.csv");
    fails(missing, missing + " cannot be read: check the name and the rights");
    fails(folder, folder + " is a directory: name the journal file in it");
    fails(write("empty.csv", ""), " is empty: a journal is CSV with a header line");
    fails(write("array.json", "[{\"a\": 1}]"), "no column for agent_id, closed_at, ");
    fails(
        write("columns.csv", "trade_id,agent_id\n"),
        "no column for closed_at, realized_pnl, entry_price, quantity");
  }

  @Test
  void a_journal_without_usable_trades_is_said_to_be_so() throws IOException {
    CommandRun run = weights(HEADER);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("has no usable closed trade, so nothing could be weighed");
    assertThat(run.err())
        .contains("  rows           0 closed, 0 open (left out), 0 corrected, 0 rejected");
  }

  @Test
  void options_that_are_unknown_or_missing_are_wrong_usage() {
    List<List<String>> wrong = new ArrayList<>();
    wrong.add(List.of("weights"));
    wrong.add(List.of("weights", "--journal"));
    wrong.add(List.of("weights", "--journal", "x.csv", "--colour"));
    wrong.add(List.of("weights", "x.csv"));
    for (List<String> arguments : wrong) {
      CommandRun run = CommandRun.of(arguments.toArray(new String[0]));
      assertThat(run.exitCode()).as("%s", arguments).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("maestro: ")
          .endsWith("see 'maestro weights --help'" + System.lineSeparator())
          .hasLineCount(1);
    }
  }

  private void fails(Path journal, String message) {
    CommandRun run = CommandRun.of("weights", "--journal", journal.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("maestro: " + journal).contains(message).hasLineCount(1);
  }

  private CommandRun weights(String journal, String... options) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("weights", "--journal", write("journal.csv", journal).toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
