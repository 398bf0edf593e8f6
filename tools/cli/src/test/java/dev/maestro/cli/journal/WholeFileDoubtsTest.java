package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that give weights without one bad row, and are wrong as a whole. */
class WholeFileDoubtsTest {
  private static final String PRICED =
      "agent_id,closed_at,symbol,entry_price,exit_price,quantity,realized_pnl";

  @TempDir private Path folder = Path.of("");

  private CommandRun weigh(String text, String... options) throws IOException {
    return WeighedText.of(folder.resolve("journal.csv"), text, options);
  }

  /** Twenty trades of shares whose P&amp;L is their move less 0.2. */
  private static String shares() {
    StringBuilder rows = new StringBuilder(PRICED).append('\n');
    for (int day = 1; day <= 20; day++) {
      int move = day % 2 == 0 ? 6 : -4;
      rows.append("A,2025-01-%02dT10:00:00Z,S%d,100,%d,1,".formatted(day, day, 100 + move))
          .append(move - 0.2)
          .append('\n');
    }
    return rows.toString();
  }

  @Test
  void one_future_among_shares_is_named() throws IOException {
    String future = "A,2025-02-01T10:00:00Z,ESZ4,6000,6010,1,496\n";
    assertThat(weigh(shares() + future).err()).contains("a trade of ESZ4", "50 times");
    assertThat(weigh(shares() + future, "--multiplier", "ESZ4=50").err()).isEmpty();
    assertThat(weigh(shares()).err()).isEmpty();
  }

  @Test
  void a_dividend_that_is_more_than_the_move_is_no_contract() throws IOException {
    assertThat(weigh(shares() + "A,2025-02-01T10:00:00Z,KO,100,100.1,1,1.3\n").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ESZ4,50", "NQ 03-25,20", "SPY   250221C00500000,100"})
  void a_contract_without_a_size_and_an_exit_price_is_named(String symbol, String size)
      throws IOException {
    String rows =
        "agent_id,closed_at,symbol,entry_price,quantity,realized_pnl\n"
            + "A,2025-01-06T10:00:00Z,%1$s,6000,1,500%nA,2025-01-07T10:00:00Z,%1$s,6000,1,-250%n"
                .formatted(symbol);
    assertThat(weigh(rows).err()).contains("--multiplier '" + symbol + "=" + size + "'");
    assertThat(weigh(rows, "--multiplier", symbol + "=1").err()).isEmpty();
    assertThat(weigh(rows.replace(symbol, "CL")).err()).isEmpty();
  }

  @Test
  void an_export_without_its_costs_does_not_say_that_they_are_subtracted() throws IOException {
    CommandRun run =
        weigh(
            """
            Ticket,Open Time,Type,Volume,Symbol,Open Price,Close Time,Close Price,Profit
            1,2025.09.22 10:00:00,buy,1,EURUSD,1.10000,2025.09.22 11:00:00,1.10200,200.00
            2,2025.09.22 10:00:00,sell,1,EURUSD,1.10000,2025.09.23 11:00:00,1.10200,-200.00
            """,
            "--zone",
            "UTC",
            "--map",
            "agent_id=:E",
            "--multiplier",
            "*=100000");
    assertThat(run.err()).contains("its P&L counts before costs", "commission");
    assertThat(run.out()).contains("none: no column of costs is there");
  }

  @Test
  void a_pnl_that_is_the_move_to_the_last_digit_has_no_costs_in_it() throws IOException {
    String rows =
        PRICED
            + ",fee\nA,2025-01-06T10:00:00Z,X,100,110,1,10,2\n"
            + "A,2025-01-07T10:00:00Z,X,100,95,1,-5,2\nA,2025-01-08T10:00:00Z,X,100,107,1,%s,2\n";
    assertThat(weigh(rows.formatted("7")).err()).contains("--map 'costs=fee'");
    assertThat(weigh(rows.formatted("7"), "--map", "costs=fee").err()).isEmpty();
    assertThat(weigh(rows.formatted("6.9")).err()).isEmpty();
  }

  @Test
  void a_net_pnl_beside_the_one_that_is_read_is_named() throws IOException {
    String rows =
        """
        agent_id,closed_at,entry_price,quantity,realized_pnl,Net P&L
        A,2025-01-06T10:00:00Z,100,1,10,8
        A,2025-01-07T10:00:00Z,100,1,-5,-7
        """;
    assertThat(weigh(rows).err()).contains("--map 'realized_pnl=Net P&L'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deposit", "withdrawal", "cancelled", "Rejected", "transfer"})
  void a_row_that_says_in_any_column_of_words_that_it_is_no_trade_is_left_out(String word)
      throws IOException {
    for (String column : List.of("type", "Action", "Result", "transaction_type")) {
      CommandRun run =
          weigh(
              PRICED
                  + ","
                  + column
                  + "\nA,2025-01-06T10:00:00Z,X,100,110,1,9.9,swing\n"
                  + "A,2025-01-07T10:00:00Z,X,100,95,1,-5.1,\n"
                  + "A,2025-01-08T10:00:00Z,X,1,1,1000,1000,"
                  + word
                  + "\n");
      assertThat(run.out()).as(column).contains("2 closed", "status         " + column);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Total,sums",
    "Grand Total:,sums",
    "nan,no name",
    "N/A,no name",
    "a,write them alike"
  })
  void an_agent_that_is_none_or_written_twice_is_named(String agent, String said)
      throws IOException {
    String row = agent + ",2025-02-01T10:00:00Z,X,100,110,1,9.9\n";
    assertThat(weigh(shares() + row).err()).contains("'" + agent + "'", said);
  }

  @Test
  void rows_without_ids_that_stand_twice_are_counted() throws IOException {
    String rows = shares().substring(PRICED.length() + 1);
    assertThat(weigh(shares() + rows).err()).contains("20 rows say what an earlier row");
    String two = rows.lines().limit(2).reduce("", (all, row) -> all + row + "\n");
    assertThat(weigh(shares() + two).err()).isEmpty();
  }

  @Test
  void a_time_that_stands_for_none_is_told() throws IOException {
    String row = "A,1970-01-01T00:00:00Z,X,100,110,1,9.9\n";
    assertThat(weigh(shares() + row).err()).contains("1 trades were closed before 1980");
  }

  @Test
  void a_trade_that_was_closed_before_it_was_opened_is_told() throws IOException {
    String rows =
        "agent_id,opened_at,closed_at,entry_price,quantity,realized_pnl\n"
            + "A,2025-01-0%1$dT10:00:00Z,2025-01-05T10:00:00Z,100,1,10%nA,,2025-01-06T10:00:00Z,100,1,-5%n";
    assertThat(weigh(rows.formatted(6)).err()).contains("1 trades were closed before they were");
    assertThat(weigh(rows.formatted(4)).err()).isEmpty();
  }
}
