package dev.maestro.engine.capital.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotLawTest {
  private final LedgerStage stage =
      LedgerStage.ready().bought("n1", "trend", "AAPL", "100", "10000").later(10);

  @Test
  void one_empty_list_wipes_nothing() {
    stage.shows();
    assertThat(stage.held("trend", "AAPL")).isEqualTo("100");
    assertThat(stage.alerts()).contains(AlertCode.LEDGER_DRIFT);
    stage.later(299).shows();
    assertThat(stage.held("trend", "AAPL")).isEqualTo("100");
  }

  @Test
  void a_second_one_at_least_five_minutes_later_takes_it_out_as_a_lot() {
    stage.shows();
    stage.later(300).shows();
    assertThat(stage.held("trend", "AAPL")).isEqualTo("0");
    assertThat(stage.ledger().book().lots().size()).isEqualTo(1);
    assertThat(stage.ledger().restrictions().doubts()).isEmpty();
  }

  @Test
  void a_symbol_in_doubt_is_not_entered_and_its_exits_are_bounded_by_what_is_shown() {
    stage.shows("AAPL", "30", "100");
    assertThat(stage.buy("n2", "mean", "AAPL")).isEqualTo(CommandCode.DRIFT);
    AnswerDetail exit = stage.exit("x1", "trend", "AAPL").answer().detail();
    assertThat(exit)
        .isInstanceOfSatisfying(
            AnswerDetail.ExitReserved.class,
            reserved -> assertThat(reserved.quantity().toString()).isEqualTo("30"));
  }

  @Test
  void doubt_ends_when_both_agree_again() {
    stage.shows();
    stage.later(60).shows("AAPL", "100", "100");
    assertThat(stage.ledger().restrictions().doubts()).isEmpty();
    stage.later(300).shows();
    assertThat(stage.held("trend", "AAPL")).as("doubt begins anew").isEqualTo("100");
  }

  @Test
  void a_stop_that_is_reported_after_the_snapshot_that_shows_it_is_a_trade() {
    Instant stopped = stage.now();
    stage.shows();
    stage.later(300).shows();
    LedgerCommand.Close close =
        new LedgerCommand.Close(
            "s1",
            LedgerStage.EXECUTOR,
            LedgerStage.key("trend", "AAPL"),
            OrderSide.SELL,
            LedgerStage.figures("100", "9000", "0"),
            stopped);
    assertThat(stage.run(close).code()).isEqualTo(CommandCode.RECORDED);
    assertThat(stage.trade("close-s1").orElseThrow().realizedPnl()).isEqualTo(Money.of("-1000"));
    assertThat(stage.ledger().book().lots().size()).isZero();
    assertThat(stage.run(close).code()).isEqualTo(CommandCode.UNCHANGED);
  }

  @Test
  void an_exit_that_fills_after_the_snapshot_that_shows_it_is_a_trade() {
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.ends("x1", "0", "0");
    stage.later(10).shows();
    stage.later(300).shows();
    assertThat(stage.ends("x1", "100", "11000")).isEqualTo(CommandCode.LATE_FILL);
    assertThat(stage.trade("x1").orElseThrow().realizedPnl()).isEqualTo(Money.of("1000"));
    assertThat(stage.held("trend", "AAPL")).as("no other side is opened").isEqualTo("0");
  }

  @Test
  void what_the_broker_shows_again_goes_back_with_what_it_cost() {
    stage.shows();
    stage.later(300).shows();
    stage.later(10).shows("AAPL", "100", "77");
    assertThat(stage.held("trend", "AAPL")).isEqualTo("100");
    assertThat(stage.ledger().book().holdings().cost()).isEqualTo(Money.of("10000"));
    assertThat(stage.ledger().book().lots().size()).isZero();
  }

  @Test
  void a_lot_does_not_go_back_to_a_strategy_that_holds_the_other_side() {
    stage.shows();
    stage.later(300).shows();
    stage.sellShort("n2", "trend", "AAPL");
    stage.claim("n2");
    stage.ends("n2", "10", "1000");
    stage.later(10).shows("AAPL", "90", "100");
    assertThat(stage.held("trend", "AAPL")).isEqualTo("-10");
    assertThat(stage.ledger().book().lots().size()).isEqualTo(1);
  }

  @Test
  void a_symbol_with_a_working_order_is_asked_next_time() {
    stage.buy("n2", "mean", "AAPL");
    stage.claim("n2");
    assertThat(stage.shows().answer().detail()).isEqualTo(new AnswerDetail.Compared(List.of()));
    assertThat(stage.ledger().restrictions().doubts()).isEmpty();
  }

  @Test
  void a_booking_that_the_snapshot_may_not_contain_is_not_doubted() {
    LedgerStage fresh = LedgerStage.ready().bought("n1", "trend", "AAPL", "100", "10000");
    fresh.later(5);
    assertThat(fresh.shows().answer().detail())
        .isEqualTo(new AnswerDetail.Compared(List.of(new Symbol("AAPL"))));
    LedgerStage fresher = LedgerStage.ready().bought("n1", "trend", "AAPL", "100", "10000");
    fresher.later(4);
    assertThat(fresher.shows().answer().detail()).isEqualTo(new AnswerDetail.Compared(List.of()));
  }

  @Test
  void what_no_holding_explains_is_nobodys_at_once_and_counts_for_exposure() {
    stage.shows("AAPL", "100", "100", "SPY", "10", "512.4");
    assertThat(stage.held("", "SPY")).isEqualTo("10");
    assertThat(stage.ledger().book().holdings().cost()).isEqualTo(Money.of("15124"));
  }

  @Test
  void what_leaves_nobodys_holding_leaves_no_lot() {
    stage.shows("AAPL", "100", "100", "SPY", "10", "512.4");
    stage.later(10).shows("AAPL", "100", "100");
    stage.later(300).shows("AAPL", "100", "100");
    assertThat(stage.held("", "SPY")).isEqualTo("0");
    assertThat(stage.ledger().book().lots().size()).isZero();
  }

  @Test
  void an_invalid_snapshot_stops_entries_until_a_valid_one_comes() {
    ShownPosition worthless =
        new ShownPosition(
            Optional.of(new Symbol("SPY")), Optional.of(BigDecimal.TEN), Optional.empty());
    LedgerCommand.Snapshot invalid =
        new LedgerCommand.Snapshot(
            Optional.of(Money.of("100000")),
            Optional.of(Money.of("100000")),
            stage.now(),
            Optional.of(List.of(worthless)));
    assertThat(stage.run(invalid).code()).isEqualTo(CommandCode.INVALID_SNAPSHOT);
    assertThat(stage.buy("n2", "mean", "SPY")).isEqualTo(CommandCode.STALE_ACCOUNT);
    stage.account("100000", "90000");
    assertThat(stage.buy("n2", "mean", "SPY")).isEqualTo(CommandCode.RESERVED);
  }

  @Test
  void the_newest_holdings_are_taken_out_first() {
    stage.bought("n2", "mean", "AAPL", "100", "10000").later(10);
    stage.shows("AAPL", "150", "100");
    stage.later(300).shows("AAPL", "150", "100");
    assertThat(stage.held("trend", "AAPL")).isEqualTo("100");
    assertThat(stage.held("mean", "AAPL")).isEqualTo("50");
  }

  @Test
  void an_entry_takes_from_no_lot() {
    stage.shows();
    stage.later(300).shows();
    stage.sellShort("n2", "trend", "AAPL");
    stage.claim("n2");
    stage.ends("n2", "100", "10000");
    assertThat(stage.held("trend", "AAPL")).isEqualTo("-100");
    assertThat(stage.trade("n2")).isEmpty();
    assertThat(stage.intent(new Nonce("n2"))).isPresent();
  }
}
