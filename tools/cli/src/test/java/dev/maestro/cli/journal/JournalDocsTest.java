package dev.maestro.cli.journal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/journals.md against the program: what it types works, what it quotes is written. */
class JournalDocsTest {
  private static final Path PAGE = Path.of("../../docs/journals.md");
  private static final Path CASES = Path.of("src/test/resources/journals");
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|]+) \\| [^|]+ \\| `(\\./maestro weights [^`]+)` \\|.*");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** An export of each program of the page. */
  private static final Map<String, String> EXPORTS =
      Map.ofEntries(
          entry("freqtrade", "formats/freqtrade.json"),
          entry("TradingView", "formats/tradingview.csv"),
          entry("NinjaTrader 8", "formats/ninjatrader.csv"),
          entry("Interactive Brokers", "formats/ib-flex.csv"),
          entry("MetaTrader 4, 5", "formats/metatrader-positions.csv"),
          entry("MetaTrader 5, Python", "formats/metatrader-deals.csv"),
          entry("eToro", "formats/etoro.csv"),
          entry("NautilusTrader", "formats/nautilus.csv"),
          entry("LEAN", "formats/lean.json"),
          entry("vectorbt", "formats/vectorbt.csv"),
          entry("Bybit", "formats/bybit.csv"),
          entry("Binance futures", "formats/binance.csv"),
          entry("Alpaca", "formats/alpaca.json"),
          entry("Hummingbot", "formats/hummingbot.csv"),
          entry("backtrader", "formats/backtrader.csv"),
          entry("TopstepX", "formats/topstepx.csv"),
          entry("Tradervue", "formats/tradervue.csv"));

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  static Map<String, String> commands() throws IOException {
    Map<String, String> commands = new TreeMap<>();
    page()
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(row -> commands.put(row.group(1), row.group(2)));
    return commands;
  }

  static List<String> programs() throws IOException {
    return List.copyOf(commands().keySet());
  }

  private static CommandRun typed(String command, Path export) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    words.set(words.indexOf("--journal") + 1, export.toString());
    return CommandRun.of(words.subList(1, words.size()).toArray(new String[0]));
  }

  @Test
  void every_program_of_the_page_has_an_export_here() throws IOException {
    assertThat(commands()).containsOnlyKeys(EXPORTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void the_command_of_a_program_reads_its_export(String program) throws IOException {
    String command = String.valueOf(commands().get(program));
    CommandRun run = typed(command, CASES.resolve(String.valueOf(EXPORTS.get(program))));
    assertThat(run.exitCode()).as(run.err()).isZero();
    String word = program.split("[ ,]", 2)[0];
    assertThat(run.out()).containsPattern("(?i)format +\\S+ \\([^\\n]*" + word).contains("closed");
  }

  @Test
  void what_the_page_quotes_is_what_is_written() throws IOException {
    String page = page();
    String command = "    $ ./maestro weights --journal freqtrade.json\n";
    String rest = page.substring(page.indexOf(command) + command.length());
    String quoted = rest.substring(0, rest.indexOf("\n\n")).replaceAll("(?m)^    ", "");
    CommandRun run = typed(command.strip().substring(2), CASES.resolve(EXPORTS.get("freqtrade")));
    assertThat(quoted).startsWith("Read: ");
    assertThat(run.out()).contains(quoted);
  }
}
