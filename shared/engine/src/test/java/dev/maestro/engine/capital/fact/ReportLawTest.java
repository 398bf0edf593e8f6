package dev.maestro.engine.capital.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.number.Money;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportLawTest {
  private final LedgerStage stage = LedgerStage.ready();

  @Test
  void reports_are_cumulative_and_a_repeated_one_changes_nothing() {
    claimed("n1");
    assertThat(stage.fills("n1", "10", "1000")).isEqualTo(CommandCode.RECORDED);
    assertThat(stage.fills("n1", "10", "1000")).isEqualTo(CommandCode.UNCHANGED);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("10");
    assertThat(LedgerSums.filledSince(stage.ledger())).isEqualTo(Money.of("1000"));
  }

  @Test
  void what_a_fill_takes_of_the_reservation_is_not_counted_twice() {
    claimed("n1");
    stage.fills("n1", "40", "4000");
    assertThat(LedgerSums.reserved(stage.ledger())).isEqualTo(Money.of("6000"));
    assertThat(stage.available()).isEqualByComparingTo("89800");
  }

  @Test
  void an_end_frees_the_rest_once() {
    claimed("n1");
    stage.ends("n1", "40", "4000");
    assertThat(stage.available()).isEqualByComparingTo("96000");
    stage.ends("n1", "40", "4000");
    assertThat(stage.ends("n1", "40", "4000")).isEqualTo(CommandCode.UNCHANGED);
    assertThat(stage.available()).isEqualByComparingTo("96000");
    assertThat(LedgerSums.reserved(stage.ledger())).isEqualTo(Money.ZERO);
  }

  @Test
  void an_executors_clock_decides_about_no_money() {
    claimed("n1");
    stage.later(60);
    stage.report("n1", "40", "4000", "0", stage.now().minusSeconds(55), true);
    stage.run(snapshotOf("96000", 30));
    assertThat(LedgerSums.filledSince(stage.ledger())).isEqualTo(Money.of("4000"));
    stage.later(6);
    stage.account("100000", "96000");
    assertThat(LedgerSums.filledSince(stage.ledger())).isEqualTo(Money.ZERO);
  }

  @Test
  void a_clock_that_is_off_is_told_and_dates_nothing() {
    stage.bought("n1", "trend", "AAPL", "10", "1000");
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.report("x1", "10", "1100", "0", stage.now().plusSeconds(3600), true);
    assertThat(stage.alerts()).contains(AlertCode.CLOCK_SKEW);
    assertThat(stage.trade("x1").orElseThrow().closedAt()).isEqualTo(stage.now());
  }

  @Test
  void fees_of_both_ways_are_in_the_trade() {
    claimed("n1");
    stage.report("n1", "10", "1000", "2", stage.now(), true);
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.report("x1", "4", "440", "1", stage.now(), false);
    assertThat(stage.trade("x1").orElseThrow().realizedPnl()).isEqualTo(Money.of("38.2"));
    stage.report("x1", "10", "1100", "1.5", stage.now(), true);
    LedgerTrade trade = stage.trade("x1").orElseThrow();
    assertThat(trade.realizedPnl()).isEqualTo(Money.of("96.5"));
    assertThat(stage.trades()).hasSize(1);
  }

  @Test
  void fees_that_come_late_go_where_the_quantity_went() {
    claimed("n1");
    stage.ends("n1", "10", "1000");
    stage.report("n1", "10", "1000", "3", stage.now(), true);
    Ledger held = stage.ledger();
    assertThat(held.book().holdings().all().get(0).fees()).isEqualTo(Money.of("3"));
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.ends("x1", "10", "1000");
    stage.report("n1", "10", "1000", "5", stage.now(), true);
    assertThat(stage.trade("x1").orElseThrow().realizedPnl()).isEqualTo(Money.of("-5"));
    stage.report("x1", "10", "1000", "1", stage.now(), true);
    assertThat(stage.trade("x1").orElseThrow().realizedPnl()).isEqualTo(Money.of("-6"));
  }

  @Test
  void a_late_fill_is_taken_and_told() {
    claimed("n1");
    stage.ends("n1", "0", "0");
    assertThat(stage.state("n1")).isEqualTo(IntentState.RELEASED);
    assertThat(stage.ends("n1", "5", "500")).isEqualTo(CommandCode.LATE_FILL);
    assertThat(stage.state("n1")).isEqualTo(IntentState.FILLED);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("5");
    assertThat(stage.alerts()).contains(AlertCode.LATE_FILL);
  }

  @Test
  void an_overfill_is_booked_and_suspends_its_strategy() {
    claimed("n1");
    assertThat(stage.fills("n1", "102", "10200")).isEqualTo(CommandCode.RECORDED);
    assertThat(stage.fills("n1", "103", "10201")).isEqualTo(CommandCode.OVERFILL);
    assertThat(stage.buy("n2", "trend", "SPY")).isEqualTo(CommandCode.SUSPENDED);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("103");
  }

  @Test
  void a_late_overfill_suspends_too() {
    claimed("n1");
    stage.ends("n1", "100", "10000");
    assertThat(stage.ends("n1", "110", "11000")).isEqualTo(CommandCode.LATE_FILL);
    assertThat(stage.alerts()).contains(AlertCode.LATE_FILL, AlertCode.OVERFILL);
    assertThat(stage.buy("n2", "trend", "SPY")).isEqualTo(CommandCode.SUSPENDED);
  }

  @Test
  void a_halt_reaches_orders_that_work_already() {
    claimed("n1");
    assertThat(cancels("n1", "10", "1000")).isFalse();
    stage.control(TradingState.HALTED);
    assertThat(cancels("n1", "11", "1100")).isTrue();
    stage.control(TradingState.ACTIVE);
    assertThat(cancels("n1", "11", "1100")).as("its fence is old").isTrue();
    stage.ends("n1", "11", "1100");
    assertThat(cancels("n1", "11", "1100")).as("it has ended").isFalse();
  }

  @Test
  void impossible_figures_are_refused() {
    claimed("n1");
    stage.fills("n1", "10", "1000");
    assertThat(stage.fills("n1", "9", "1000")).isEqualTo(CommandCode.INVALID_REPORT);
    assertThat(stage.fills("n1", "11", "999")).isEqualTo(CommandCode.INVALID_REPORT);
    assertThat(stage.fills("n1", "10", "1001")).isEqualTo(CommandCode.INVALID_REPORT);
    assertThat(stage.fills("n1", "-1", "1001")).isEqualTo(CommandCode.INVALID_REPORT);
    assertThat(stage.report("n1", "11", "1100", "1100.01", stage.now(), false).code())
        .isEqualTo(CommandCode.INVALID_REPORT);
  }

  @Test
  void who_has_another_token_reports_nothing() {
    claimed("n1");
    LedgerCommand.Report report =
        new LedgerCommand.Report(
            new Nonce("n1"), "theirs", LedgerStage.figures("1", "1", "0"), stage.now(), false);
    assertThat(stage.run(report).code()).isEqualTo(CommandCode.WRONG_TOKEN);
  }

  @Test
  void a_report_keeps_an_order_from_falling_silent() {
    claimed("n1");
    stage.later(Duration.ofMinutes(14));
    assertThat(stage.fills("n1", "0", "0")).isEqualTo(CommandCode.UNCHANGED);
    stage.later(Duration.ofMinutes(14));
    stage.settle();
    assertThat(stage.state("n1")).isEqualTo(IntentState.CLAIMED);
  }

  @Test
  void an_operator_resolves_a_silent_order_and_no_other() {
    claimed("n1");
    assertThat(stage.run(resolve("asked the broker")).code()).isEqualTo(CommandCode.NOT_UNKNOWN);
    stage.later(Duration.ofMinutes(15));
    stage.settle();
    assertThat(stage.run(resolve(" ")).code()).isEqualTo(CommandCode.INVALID_REPORT);
    assertThat(stage.run(resolve("asked the broker")).code()).isEqualTo(CommandCode.RECORDED);
    assertThat(stage.state("n1")).isEqualTo(IntentState.FILLED);
  }

  @Test
  void an_exit_that_fills_more_than_is_held_opens_the_other_side_with_its_own_part() {
    stage.bought("n1", "trend", "AAPL", "10", "1000");
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.stop("s1", "trend", "AAPL", OrderSide.SELL, "4", "400");
    stage.report("x1", "10", "1010", "1", stage.now(), true);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("-4");
    assertThat(stage.trade("x1").orElseThrow().quantity().toString()).isEqualTo("6");
    assertThat(stage.trade("x1").orElseThrow().realizedPnl()).isEqualTo(Money.of("5.4"));
  }

  private boolean cancels(String nonce, String quantity, String notional) {
    AnswerDetail answer =
        stage.report(nonce, quantity, notional, "0", stage.now(), false).answer().detail();
    return answer.equals(new AnswerDetail.Reported(true));
  }

  private void claimed(String nonce) {
    assertThat(stage.buy(nonce, "trend", "AAPL")).isEqualTo(CommandCode.RESERVED);
    assertThat(stage.claim(nonce)).isEqualTo(CommandCode.GRANTED);
  }

  private LedgerCommand resolve(String reason) {
    return new LedgerCommand.Resolve(
        new Nonce("n1"), LedgerStage.figures("5", "500", "0"), stage.now(), "op-1", reason);
  }

  private LedgerCommand snapshotOf(String buyingPower, long secondsAgo) {
    return new LedgerCommand.Snapshot(
        Optional.of(Money.of("100000")),
        Optional.of(Money.of(buyingPower)),
        stage.now().minusSeconds(secondsAgo),
        Optional.empty());
  }
}
