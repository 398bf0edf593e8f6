package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may mean two things is asked for, and what counts is told. */
class DoubtfulFilesTest {
  private static final String NAMES =
      "trade_id,agent_id,closed_at,entry_price,quantity,realized_pnl\n";

  @TempDir private Path folder = Path.of("");

  private CommandRun weigh(String text, String... options) throws IOException {
    return WeighedText.of(folder.resolve("journal.csv"), text, options);
  }

  private static String semicolons(String price, String quantity, String pnl) {
    return NAMES.replace(',', ';')
        + "t1;A;2025-01-05T10:00:00Z;%s;%s;%s%n".formatted(price, quantity, pnl)
        + "t2;A;2025-01-06T10:00:00Z;100;5;7%n".formatted();
  }

  @Test
  void three_digits_behind_every_point_are_no_decimals_by_themselves() throws IOException {
    CommandRun run = weigh(semicolons("1.250", "10", "-20"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("(1.250)", "--decimal-point or --decimal-comma");
    assertThat(weigh(semicolons("1.250", "10", "-20"), "--decimal-point").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-20.5", "0.125", "-1234.125"})
  void one_other_number_says_that_decimals_follow_a_point(String pnl) throws IOException {
    CommandRun run = weigh(semicolons("1.250", "10", pnl));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("--decimal-point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-20,5", "-1.250,75", "007"})
  void a_comma_does_not_say_so(String pnl) throws IOException {
    CommandRun run = weigh(semicolons("1.250", "10", pnl));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("--decimal-point or --decimal-comma");
  }

  @Test
  void between_commas_it_is_a_warning() throws IOException {
    CommandRun run = weigh(NAMES + "t1,A,2025-01-05T10:00:00Z,1.250,10,-20\n");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("(1.250)", "they were read as decimals");
  }

  @Test
  void thousands_of_an_export_that_may_be_decimals_are_asked_for() throws IOException {
    String grid =
        """
        Trade number,Instrument,Market pos.,Qty,Entry price,Exit price,Exit time,Profit,Strategy
        1,ESZ4,Long,1,"5,250","5,251",12/5/2024 9:45:12 AM,50,A
        """;
    CommandRun run = weigh(grid, "--zone", "UTC");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("(5,250)", "--decimal-point");
    CommandRun said = weigh(grid, "--zone", "UTC", "--decimal-point");
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out()).contains("dates are month/day, by the format");
    assertThat(weigh(grid.replace(",50,A", ",$50.00,A"), "--zone", "UTC").exitCode()).isZero();
  }

  private static String flex(String row) {
    return "Symbol,DateTime,Open/CloseIndicator,Quantity,TradePrice,CostBasis,FifoPnlRealized,"
        + "TradeID,OrigTradeID,TransactionType\n"
        + "X,20250105;100000,C,-10,55,-500,49,T1,,ExchTrade\n"
        + "X,20250106;100000,C,-10,45,-500,-51,T2,,ExchTrade\n"
        + row
        + "\n";
  }

  private CommandRun weighFlex(String row) throws IOException {
    return weigh(flex(row), "--zone", "UTC", "--map", "agent_id=:A");
  }

  @Test
  void a_cancelled_execution_does_not_count() throws IOException {
    CommandRun run = weighFlex("X,20250107;100000,C,10,55,500,-49,T3,T1,TradeCancel");
    assertThat(run.out()).contains("1 closed", "2 no trades (left out)");
    assertThat(run.err()).contains("1 trades were cancelled or corrected by rows that name them");
  }

  @Test
  void a_correction_takes_the_place_of_what_it_names() throws IOException {
    CommandRun run = weighFlex("X,20250107;100000,C,-10,56,-500,59,T3,T1,TradeCorrect");
    assertThat(run.out()).contains("2 closed", "1 no trades (left out)");
  }

  @Test
  void a_cancel_that_names_a_trade_of_another_file_is_told() throws IOException {
    assertThat(weighFlex("X,20250107;100000,C,10,55,500,-49,T3,T9,TradeCancel").err())
        .contains("the file does not have 1 of them ([T9])");
  }

  @Test
  void a_cancel_that_names_nothing_refuses_the_file() throws IOException {
    CommandRun run = weighFlex("X,20250107;100000,C,10,55,500,-49,T3,,TradeCancel");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("line 4 cancels or corrects a trade", "OrigTradeID");
    String codes = flex("X,20250107;100000,C,10,55,500,-49,T3,,Ca;P");
    assertThat(
            weigh(
                    codes.replace("TransactionType", "Notes/Codes"),
                    "--zone",
                    "UTC",
                    "--map",
                    "agent_id=:A")
                .err())
        .contains("line 4 cancels or corrects a trade");
  }

  @Test
  void an_expired_option_that_is_booked_counts() throws IOException {
    assertThat(weighFlex("X,20250107;100000,C,-10,0,-500,-500,T3,,BookTrade").out())
        .contains("3 closed");
  }

  @Test
  void a_pnl_in_coin_is_no_dollars() throws IOException {
    String export =
        """
        Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Trade Time(UTC+0)
        BTCUSDT,Close Long,0.1,50000,51000,99,2025-01-05 10:00:00
        BTCUSD,Close Long,1000,50000,51000,0.0004,2025-01-06 10:00:00
        ETHUSDH25,Close Long,1000,2500,2600,0.0154,2025-01-07 10:00:00
        """;
    CommandRun run = weigh(export, "--map", "agent_id=:A");
    assertThat(run.out()).contains("1 closed", "2 rejected");
    assertThat(run.err()).contains("Contracts: 'BTCUSD', an inverse contract", "'ETHUSDH25'");
  }

  @Test
  void the_rows_add_up() throws IOException {
    String row = "t1,A,2025-01-05T10:00:00Z,50,10,5\n";
    CommandRun run =
        weigh(
            NAMES
                + row
                + row
                + row.replace(",5\n", ",6\n")
                + "t2,A,2025-01-06T10:00:00Z,50,10,-5\n"
                + "t3,A,,50,10,\n"
                + "t4,A,2025-01-06T10:00:00Z,50,10,x\n");
    assertThat(run.out())
        .contains("2 closed, 1 open (left out), 1 corrected, 1 the same again, 1 rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-02 01:30:00,twice", "2025-03-09 02:30:00,skip"})
  void a_local_time_that_is_two_or_none_is_no_time(String text) throws IOException {
    String time = text.substring(0, text.indexOf(','));
    String rows =
        NAMES + "t1,A,2025-01-05 10:00:00,50,10,5\n" + "t2,A,%s,50,10,5%n".formatted(time);
    CommandRun run = weigh(rows, "--zone", "America/New_York");
    assertThat(run.out()).contains("1 closed", "1 rejected");
    assertThat(run.err())
        .contains("BAD_TIME:closed_at", time, text.substring(text.indexOf(',') + 1));
    CommandRun said =
        weigh(rows.replace(time, time.replace(' ', 'T') + "-05:00"), "--zone", "America/New_York");
    assertThat(said.out()).contains("2 closed", "0 rejected");
  }
}
