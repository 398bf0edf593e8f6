package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would give a wrong weight without an error is told with its mend. */
class ReadWarningsTest {
  private static final String HEADER =
      "trade_id,agent_id,symbol,closed_at,entry_price,exit_price,quantity,realized_pnl";

  @TempDir private Path folder = Path.of("");

  private CommandRun weigh(String text, String... options) throws IOException {
    return WeighedText.of(folder.resolve("journal.csv"), text, options);
  }

  /** Trades of a future of 50 units a point, less 4.30. */
  private static String futures(int count) {
    StringBuilder rows = new StringBuilder(HEADER).append('\n');
    for (int i = 1; i <= count; i++) {
      double move = i % 3 == 0 ? -2.25 : i % 5 + 1.5;
      rows.append(
          "t%d,A,ESZ4,2025-01-%02dT10:00:00Z,6000,%s,1,%s%n"
              .formatted(i, i, 6000 + move, move * 50 - 4.30));
    }
    return rows.toString();
  }

  @Test
  void a_future_without_its_point_value_is_named_with_the_multiplier() throws IOException {
    CommandRun run = weigh(futures(20));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("the P&L of ESZ4 is", "--multiplier 'ESZ4=", "20 trades");
    CommandRun mended = weigh(futures(20), "--multiplier", "ESZ4=50");
    assertThat(mended.err()).isEmpty();
    assertThat(mended.out()).contains("P&L check      as the prices say in 20 of 20 trades");
  }

  @Test
  void a_pnl_in_percent_is_no_money() throws IOException {
    String rows =
        HEADER
            + """

            t1,A,X,2025-01-05T10:00:00Z,50,51,10,2
            t2,A,Y,2025-01-06T10:00:00Z,200,206,1,3
            t3,A,Z,2025-01-07T10:00:00Z,1000,990,3,-1
            """;
    assertThat(weigh(rows).err()).contains("percent", "--map 'realized_pnl=Column'");
  }

  @Test
  void prices_that_do_not_fit_the_pnl_are_told() throws IOException {
    String rows =
        HEADER
            + """

            t1,A,X,2025-01-05T10:00:00Z,50,70,10,-2
            t2,A,Y,2025-01-06T10:00:00Z,200,300,1,913
            t3,A,Z,2025-01-07T10:00:00Z,1000,700,3,1
            """;
    assertThat(weigh(rows).err()).contains("in 3 of 3 trades the P&L is not quantity x");
  }

  @Test
  void without_an_exit_price_the_screen_says_that_nothing_was_checked() throws IOException {
    String rows = futures(3).replace("exit_price", "notes");
    assertThat(weigh(rows).out()).contains("P&L check      none: no exit price");
  }

  @ParameterizedTest
  @CsvSource({
    "multipler, multiplier",
    "Mutliplier, multiplier",
    "trade_di, trade_id",
    "opend_at, opened_at",
    "risk_amout, risk_amount",
    "strategyid, ''",
    "notes, ''",
    "size, ''"
  })
  void a_misspelt_column_is_told_with_the_name_that_is_near(String written, String meant)
      throws IOException {
    String text = futures(2).replace("\n", ",1\n").replaceFirst(",1\n", "," + written + "\n");
    CommandRun run = weigh(text, "--multiplier", "ESZ4=50");
    if (meant.isEmpty()) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err())
          .contains("column '" + written + "' is not read: did you mean " + meant + "?");
    }
  }

  @Test
  void a_misspelt_name_in_json_lines_is_told() throws IOException {
    String row =
        "{'agent_id':'A','closed_at':'2025-01-05T10:00:00Z','realized_pnl':5,"
            + "'entry_price':50,'quantity':1,'multipler':100}";
    assertThat(weigh(row.replace('\'', '"') + "\n").err())
        .contains("column 'multipler' is not read: did you mean multiplier?");
  }

  @Test
  void another_name_for_the_multiplier_is_told() throws IOException {
    String text = futures(2).replace("trade_id", "Point value");
    assertThat(weigh(text).err()).contains("--map 'multiplier=Point value'");
  }

  @Test
  void a_multiplier_of_a_symbol_that_no_row_has_is_told() throws IOException {
    assertThat(weigh(futures(3), "--multiplier", "ES=50").err())
        .contains("--multiplier names ES, which no row of the file has as its symbol");
  }

  @Test
  void parts_that_share_an_id_in_an_export_are_told() throws IOException {
    String text =
        """
        open_rate,close_date,profit_abs,amount,trade_id,strategy
        10,2025-01-05 10:00:00+00:00,1,5,7,A
        10,2025-01-05 11:00:00+00:00,2,5,7,A
        """;
    assertThat(weigh(text).err()).contains("1 rows have the trade id of an earlier row");
  }

  @Test
  void an_agent_that_half_of_the_rows_lack_is_told_row_by_row() throws IOException {
    String text = futures(10).replaceAll("(t\\d*[02468]),A,", "$1,,");
    CommandRun run = weigh(text, "--multiplier", "ESZ4=50");
    assertThat(run.out()).contains("5 closed", "5 rejected");
    assertThat(run.err()).contains("rejected rows: 5:", "MISSING_AGENT (t2");
  }

  @Test
  void the_order_of_executions_is_on_the_screen() throws IOException {
    String fills =
        """
        trade_id,agent_id,symbol,closed_at,entry_price,quantity
        2,A,X,2025-01-06T10:00:00Z,12,-5
        1,A,X,2025-01-05T10:00:00Z,10,5
        """;
    CommandRun run = weigh(fills, "--rows", "fills");
    assertThat(run.out()).contains("order          newest first in the file", "2 fills, 1 closed");
    assertThat(run.err()).isEmpty();
  }
}
