package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column beside the known ones is read where it is understood, and told or refused otherwise. */
class UnreadColumnsTest {
  private static final Path FORMATS = Path.of("src/test/resources/journals/formats");
  private static final String HEADER =
      "trade_id,agent_id,closed_at,entry_price,quantity,realized_pnl,";

  @TempDir private Path folder = Path.of("");

  private CommandRun weigh(String name, String text, String... options) throws IOException {
    return WeighedText.of(folder.resolve(name), text, options);
  }

  private static String journal(String column, String... words) {
    StringBuilder text = new StringBuilder(HEADER + column + "\n");
    for (int i = 0; i < words.length; i++) {
      text.append(
          "t%d,A,2025-01-%02dT10:00:00Z,50,10,%d,%s%n".formatted(i, i + 1, i + 1, words[i]));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "status, Closed, OPEN, CANCELLED",
    "Order Status, filled, active, rejected",
    "state, done, opened, pending",
    "tradeStatus, WIN, running, canceled",
    "position_status, settled, partially closed, failed"
  })
  void rows_that_are_open_or_cancelled_are_left_out(
      String column, String closed, String open, String cancelled) throws IOException {
    CommandRun run = weigh("a.csv", journal(column, closed, open, cancelled, closed));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("status         " + column)
        .contains("2 closed, 1 open (left out), 1 no trades (left out)");
  }

  @ParameterizedTest
  @CsvSource({"is_open, false, true", "isClosed, True, False", "IsOpen, 0, 1"})
  void a_truth_says_whether_a_trade_is_open(String column, String closed, String open)
      throws IOException {
    assertThat(weigh("a.csv", journal(column, closed, open, closed)).out())
        .contains("2 closed, 1 open (left out)");
  }

  @Test
  void a_truth_of_json_says_it_too() throws IOException {
    String row =
        "{'agent_id':'A','closed_at':'2025-01-05T10:00:00Z','realized_pnl':5,'entry_price':50,"
            + "'quantity':1,'is_open':%s,'order_status':'%s'}%n";
    String rows =
        row.formatted("false", "FILLED")
            + row.formatted("true", "FILLED")
            + row.formatted("false", "CANCELED");
    assertThat(weigh("a.jsonl", rows.replace('\'', '"')).out())
        .contains("1 closed, 1 open (left out), 1 no trades (left out)");
  }

  @ParameterizedTest
  @CsvSource({"expired", "geschlossen", "partially filled", "CA"})
  void a_word_that_nobody_knows_rejects_its_row(String word) throws IOException {
    CommandRun run = weigh("a.csv", journal("status", "closed", word));
    assertThat(run.out()).contains("1 closed", "1 rejected");
    assertThat(run.err()).contains("BAD_STATUS (t1, status: '" + word + "')", "'unread=Column'");
  }

  @Test
  void a_column_that_says_something_else_can_be_left_out() throws IOException {
    CommandRun run = weigh("a.csv", journal("state", "CA", "NY"), "--map", "unread=state");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("2 closed", "not read       state");
  }

  @Test
  void what_an_export_says_of_its_rows_cannot_be_left_out() {
    CommandRun run =
        CommandRun.of(
            "weights",
            "--journal",
            FORMATS.resolve("freqtrade.csv").toString(),
            "--map",
            "unread=is_open");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("--map unread=is_open", "has to be read");
  }

  @ParameterizedTest
  @CsvSource({
    "tradervue.csv, Commissions, Comissions, commissions, --zone America/New_York",
    "tradervue.csv, Fees, Fee, fees, --zone America/New_York",
    "freqtrade.csv, is_open, is_opne, isopen, ''",
    "freqtrade.csv, is_short, is_shrot, isshort, ''",
    "metatrader.csv, Swap, Swpa, swap, --zone UTC",
    "ib-flex.csv, Multiplier, Mutiplier, multiplier, --zone UTC",
    "topstepx.csv, Commissions, Commision, commissions, --zone UTC"
  })
  void a_misspelt_column_of_an_export_is_refused_with_both_names(
      String file, String right, String wrong, String meant, String options) throws IOException {
    String text = Files.readString(FORMATS.resolve(file));
    assertThat(text).contains(right);
    List<String> words = new ArrayList<>(List.of("--map", "agent_id=:A"));
    words.addAll(List.of(options.split(" ")).stream().filter(word -> !word.isEmpty()).toList());
    CommandRun run = weigh(file, text.replaceFirst(right, wrong), words.toArray(new String[0]));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("column '" + wrong + "' is not read: did you mean " + meant + "?", "unread=");
  }

  @Test
  void a_misspelt_cost_beside_the_own_names_is_listed_as_not_subtracted() throws IOException {
    assertThat(weigh("a.csv", journal("comission", "1", "2")).out())
        .contains("not subtracted comission");
  }

  @Test
  void every_column_that_is_not_read_is_on_the_screen() throws IOException {
    List<String> many = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      many.add("my_column_" + letter);
    }
    String text = journal(String.join(",", many), "1" + ",".repeat(25));
    String screen = weigh("a.csv", text).out().replaceAll("\\s+", " ");
    assertThat(screen).contains("not read " + String.join(", ", many) + " rows");
  }
}
