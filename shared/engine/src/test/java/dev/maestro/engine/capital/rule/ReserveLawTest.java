package dev.maestro.engine.capital.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.control.TradingState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReserveLawTest {
  private final LedgerStage stage = LedgerStage.ready();

  @Test
  void no_dollar_is_reserved_twice() {
    for (int i = 0; i < 12; i++) {
      stage.buy("n" + i, "s" + i, "AAPL");
    }
    assertThat(stage.available().signum()).isNotNegative();
    assertThat(LedgerSums.reserved(stage.ledger()).toString()).isEqualTo("98039.21");
  }

  @Test
  void the_same_signal_seen_again_reserves_nothing() {
    stage.buy("n1", "trend", "AAPL");
    assertThat(stage.buy("n1", "trend", "AAPL")).isEqualTo(CommandCode.REPEATED);
    assertThat(stage.sellShort("n1", "trend", "AAPL")).isEqualTo(CommandCode.NONCE_CONFLICT);
    assertThat(stage.ledger().intents().size()).isEqualTo(1);
  }

  @Test
  void an_ended_intent_is_remembered_by_its_nonce() {
    stage.buy("n1", "trend", "AAPL");
    stage.later(Duration.ofMinutes(10));
    stage.settle();
    assertThat(stage.state("n1")).isEqualTo(IntentState.EXPIRED);
    assertThat(stage.buy("n1", "trend", "AAPL")).isEqualTo(CommandCode.REPEATED);
  }

  @Test
  void an_old_missing_or_refused_account_reserves_nothing() {
    assertThat(new LedgerStage(CapitalConfig.DEFAULTS).buy("n1", "trend", "AAPL"))
        .isEqualTo(CommandCode.STALE_ACCOUNT);
    stage.run(
        new LedgerCommand.Snapshot(
            Optional.empty(), Optional.empty(), stage.now(), Optional.empty()));
    assertThat(stage.buy("n1", "trend", "AAPL")).isEqualTo(CommandCode.STALE_ACCOUNT);
    stage.account("100000", "100000");
    stage.later(Duration.ofMinutes(15));
    assertThat(stage.buy("n1", "trend", "AAPL")).isEqualTo(CommandCode.RESERVED);
    stage.later(1);
    assertThat(stage.buy("n2", "trend", "SPY")).isEqualTo(CommandCode.STALE_ACCOUNT);
  }

  @Test
  void exits_pass_while_reducing_and_stop_at_a_halt() {
    stage.bought("n1", "trend", "AAPL", "100", "10000");
    stage.control(TradingState.REDUCING);
    assertThat(stage.buy("n2", "mean", "AAPL")).isEqualTo(CommandCode.KILL_SWITCH);
    assertThat(stage.exit("x1", "trend", "AAPL").code()).isEqualTo(CommandCode.RESERVED);
    stage.control(TradingState.HALTED);
    assertThat(stage.exit("x2", "trend", "AAPL").code()).isEqualTo(CommandCode.KILL_SWITCH);
    assertThat(stage.claim("x1")).isEqualTo(CommandCode.HALTED);
    stage.control(TradingState.REDUCING);
    assertThat(stage.claim("x1")).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void scaling_in_goes_the_same_way_only() {
    stage.bought("n1", "trend", "AAPL", "10", "1000");
    assertThat(stage.buy("n2", "trend", "AAPL")).isEqualTo(CommandCode.RESERVED);
    assertThat(stage.sellShort("n3", "trend", "AAPL")).isEqualTo(CommandCode.ALREADY_HELD);
    Outcome withoutScaleIn =
        stage.run(LedgerStage.entry("n4", "trend", "AAPL", OrderSide.BUY, false));
    assertThat(withoutScaleIn.code()).isEqualTo(CommandCode.ALREADY_HELD);
    stage.exit("x1", "trend", "AAPL");
    assertThat(stage.buy("n5", "trend", "AAPL")).isEqualTo(CommandCode.ALREADY_HELD);
  }

  @Test
  void an_exit_cancels_waiting_entries_and_names_the_working_ones() {
    stage.bought("n1", "trend", "AAPL", "10", "1000");
    stage.buy("n2", "trend", "AAPL");
    stage.claim("n2");
    stage.buy("n3", "trend", "AAPL");
    AnswerDetail answer = stage.exit("x1", "trend", "AAPL").answer().detail();
    assertThat(answer)
        .isInstanceOfSatisfying(
            AnswerDetail.ExitReserved.class,
            exit -> assertThat(exit.cancel()).isEqualTo(List.of(new Nonce("n2"))));
    assertThat(stage.state("n3")).isEqualTo(IntentState.CANCELLED);
  }

  @Test
  void a_full_ledger_reserves_no_entry_and_lets_exits_out() {
    LedgerStage small =
        LedgerStage.ready(new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 5, 60, 2));
    small.bought("n1", "trend", "AAPL", "10", "1000");
    small.bought("n2", "mean", "AAPL", "10", "1000");
    assertThat(small.buy("n3", "whale", "AAPL")).isEqualTo(CommandCode.LEDGER_FULL);
    assertThat(small.exit("x1", "trend", "AAPL").code()).isEqualTo(CommandCode.RESERVED);
  }

  @Test
  void too_many_grants_within_a_minute_leave_exits_only() {
    LedgerStage slow =
        LedgerStage.ready(new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 5, 2, 500));
    for (String name : List.of("a", "b", "c")) {
      slow.buy(name, "s" + name, "AAPL");
    }
    assertThat(slow.claim("a")).isEqualTo(CommandCode.GRANTED);
    assertThat(slow.claim("b")).isEqualTo(CommandCode.GRANTED);
    assertThat(slow.claim("c")).isEqualTo(CommandCode.GRANT_LIMIT);
    assertThat(slow.ledger().control().state()).isEqualTo(TradingState.REDUCING);
    assertThat(slow.ledger().control().fence()).isEqualTo(1);
    assertThat(slow.alerts()).contains(AlertCode.GRANT_LIMIT);
  }

  @Test
  void entries_of_the_day_count_until_they_end_without_a_fill() {
    LedgerCommand.Reserve one = LedgerStage.entry("n2", "mean", "AAPL", OrderSide.BUY, true);
    stage.bought("n1", "trend", "AAPL", "10", "1000");
    assertThat(stage.run(limited(one, 1)).code()).isEqualTo(CommandCode.DAILY_TRADES);
    assertThat(stage.run(limited(one, 2)).code()).isEqualTo(CommandCode.RESERVED);
    stage.later(Duration.ofMinutes(10));
    stage.settle();
    LedgerCommand.Reserve next = LedgerStage.entry("n3", "mean", "AAPL", OrderSide.BUY, true);
    assertThat(stage.run(limited(next, 2)).code()).isEqualTo(CommandCode.RESERVED);
  }

  @Test
  void nobody_enters() {
    LedgerCommand.Reserve ask = LedgerStage.entry("n1", "trend", "AAPL", OrderSide.BUY, true);
    LedgerCommand.Reserve nobodys =
        new LedgerCommand.Reserve(
            ask.intent(),
            LedgerStage.key(Holder.NOBODY.value(), "AAPL"),
            ask.agent(),
            ask.terms(),
            true,
            20,
            20);
    assertThat(stage.run(nobodys).code()).isEqualTo(CommandCode.INVALID_SIGNAL);
  }

  private static LedgerCommand.Reserve limited(LedgerCommand.Reserve ask, int maxDailyTrades) {
    return new LedgerCommand.Reserve(
        ask.intent(), ask.key(), ask.agent(), ask.terms(), true, 20, maxDailyTrades);
  }
}
