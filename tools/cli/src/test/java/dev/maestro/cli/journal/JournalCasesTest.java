package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What programs write, byte for byte in their form, gives the figures of the same trades under the
 * journal's own names, or a refusal that names what is to be said.
 */
class JournalCasesTest {
  private static final Path CASES = Path.of("src/test/resources/journals");

  private static CommandRun weigh(String file, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("weights", "--json", "--journal", CASES.resolve(file).toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  private static List<String> figures(CommandRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    List<String> figures = new ArrayList<>();
    for (JsonElement each : json.getAsJsonArray("agents")) {
      JsonObject agent = each.getAsJsonObject();
      figures.add(
          agent.get("agent_id").getAsString()
              + " "
              + agent.get("standing").getAsString()
              + " "
              + agent.get("trades")
              + " "
              + agent.get("weight").getAsString()
              + " "
              + rounded(agent.get("sharpe"))
              + " "
              + rounded(agent.get("mean_return")));
    }
    figures.add("cash " + json.get("cash").getAsString());
    return figures;
  }

  private static String rounded(JsonElement number) {
    return number.isJsonNull()
        ? "unknown"
        : String.format(Locale.ROOT, "%.9f", number.getAsDouble());
  }

  static Stream<Arguments> cases() {
    String bot = "agent_id=:AMZN-bot";
    return Stream.of(
        row("02-tradingview/raw.csv", "02-tradingview/right.csv", "--zone", "UTC", "--map", bot),
        row("02-tradingview/after-mend.csv", "02-tradingview/right.csv"),
        row("03-ninjatrader/after-mend.csv", "03-ninjatrader/right.csv"),
        row(
            "05-ib-flex/raw.csv",
            "05-ib-flex/right.csv",
            "--zone",
            "America/New_York",
            "--map",
            "agent_id=:SwingBot"),
        row("05-ib-flex/after-mend.csv", "05-ib-flex/right.csv"),
        row(
            "06-mt5-deals-python/after-mend.csv",
            "06-mt5-deals-python/right.csv",
            "--multiplier",
            "*=1"),
        row("07-etoro/raw.csv", "07-etoro/right.csv", "--zone", "UTC"),
        row("07-etoro/after-mend.csv", "07-etoro/right.csv", "--zone", "UTC"),
        row("08-mt4-statement/costs-only.csv", "08-mt4-statement/costs-only-right.csv"),
        row("11-vectorbt/raw.csv", "11-vectorbt/right.csv", "--map", "agent_id=Column"),
        row("11-vectorbt/a-partial-closes.csv", "11-vectorbt/right.csv"),
        row("11-vectorbt/b-open-counted.csv", "11-vectorbt/right.csv"),
        row("15-multi-bot-ids/trades.csv", "15-multi-bot-ids/right.csv"),
        row("15-multi-bot-ids/trades2.csv", "15-multi-bot-ids/right2.csv"));
  }

  private static Arguments row(String raw, String right, String... options) {
    return Arguments.of(raw, right, List.of(options));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_export_gives_the_figures_of_its_trades(String raw, String right, List<String> options) {
    String[] ofRight =
        right.startsWith("05") ? new String[] {"--map", "agent_id=agent"} : new String[0];
    assertThat(figures(weigh(raw, options.toArray(new String[0]))))
        .isEqualTo(figures(weigh(right, ofRight)));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("02-tradingview/raw.csv", "no column for agent_id", "agent_id=:NAME"),
        refusal("03-ninjatrader/raw.csv", "have no zone (12/5/2024 ", "--zone"),
        refusal("05-ib-flex/raw.csv", "no column for agent_id", "--map 'agent_id="),
        refusal("06-mt5-deals-python/raw.csv", "for DOGEUSD", "--multiplier DOGEUSD=N"),
        refusal("07-etoro/raw.csv", "have no zone (02/01/2024 ", "--zone"),
        refusal("11-vectorbt/raw.csv", "agent_id (maybe 'Column')", "--map 'agent_id=Column'"),
        refusal("14-odd-files/sep-line.csv", "how many units one Volume is", "--multiplier *=N"),
        refusal("14-odd-files/utf16-bom.tsv", "how many units one Volume is", "--multiplier *=N"),
        refusal("16-camel-case/trading-journal.csv", "closed_at = 'ClosedAt'", "agent_id=:NAME"),
        refusal("18-latin1-header/trades.csv", "realized_pnl (maybe 'Profit')", "agent_id=agent"),
        refusal("19-extra-comma/trades.csv", "agent_id (maybe 'agent')", "realized_pnl=Profit"));
  }

  private static Arguments refusal(String file, String found, String mend) {
    return Arguments.of(file, found, mend);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_has_to_be_said_is_named(String file, String found, String mend) {
    CommandRun run = weigh(file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(found, mend).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trades.json",
        "trades.jsonl",
        "trades.csv",
        "backtest-result.json",
        "backtest-result-pretty.json"
      })
  void freqtrade_is_read_in_every_form_it_writes(String file) {
    assertThat(figures(weigh("01-freqtrade-json/" + file)))
        .containsExactly(
            "StrategyTestV3 RANKED 3 1.0000000000 0.190957200 0.000947812", "cash 0.0000000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"18-latin1-header/trades.csv", "19-extra-comma/trades.csv"})
  void a_letter_in_an_unused_header_and_a_comma_at_the_end_cost_nothing(String file) {
    CommandRun run = weigh(file, "--map", "agent_id=agent", "--map", "realized_pnl=Profit");
    assertThat(figures(run)).element(0).asString().startsWith("bot LOSING 2 0.05");
    assertThat(run.out()).contains("\"rejected_count\":0");
  }

  @Test
  void returns_above_the_capital_are_a_warning_that_names_the_multiplier() {
    CommandRun run = weigh("14-odd-files/utf16-bom.tsv", "--multiplier", "*=1");
    assertThat(run.err())
        .contains("2 of 2 trades gained or lost more than their whole capital", "--multiplier");
  }

  @Test
  void a_future_takes_the_point_value_of_its_contract() {
    assertThat(figures(weigh("03-ninjatrader/raw.csv", "--zone", "America/New_York")))
        .element(0)
        .asString()
        .startsWith("ScalpCL UNPROVEN 1");
  }

  @Test
  void two_columns_of_one_name_are_told_apart_on_the_screen() {
    CommandRun run =
        CommandRun.of(
            "weights",
            "--journal",
            CASES.resolve("formats/metatrader-positions.csv").toString(),
            "--zone",
            "UTC",
            "--multiplier",
            "*=100",
            "--map",
            "agent_id=Symbol");
    assertThat(run.out())
        .contains("entry_price    Price (column 6)", "exit_price     Price (column 10)");
  }

  @Test
  void a_german_ninjatrader_is_read_with_its_comma() {
    List<String> german =
        figures(weigh("locale/ninjatrader-de.csv", "--zone", "Europe/Berlin", "--decimal-comma"));
    assertThat(german).isEqualTo(figures(weigh("locale/ninjatrader-us.csv", "--zone", "UTC")));
  }
}
