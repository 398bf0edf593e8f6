package dev.maestro.engine.capital.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.Symbol;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimLawTest {
  private final LedgerStage stage = LedgerStage.ready();

  @Test
  void an_intent_is_granted_to_one_token_only() {
    stage.buy("n1", "trend", "AAPL");
    assertThat(stage.claim("n1", "mine").code()).isEqualTo(CommandCode.GRANTED);
    assertThat(stage.claim("n1", "theirs").code()).isEqualTo(CommandCode.ALREADY_CLAIMED);
  }

  @Test
  void who_lost_the_reply_asks_again_and_is_told_that_it_is_repeated() {
    stage.buy("n1", "trend", "AAPL");
    stage.claim("n1");
    Outcome again = stage.claim("n1", LedgerStage.token("n1"));
    assertThat(again.answer().detail()).isEqualTo(new AnswerDetail.Granted(Optional.empty(), true));
    assertThat(again.effects().intents()).isEmpty();
  }

  @Test
  void an_entry_reserved_before_a_halt_is_not_granted_after_the_resume() {
    stage.buy("n1", "trend", "AAPL");
    stage.control(TradingState.HALTED);
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.HALTED);
    stage.control(TradingState.ACTIVE);
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.FENCED);
  }

  @Test
  void a_repeated_claim_is_asked_the_gates_again() {
    stage.buy("n1", "trend", "AAPL");
    stage.claim("n1");
    stage.control(TradingState.REDUCING);
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.REDUCING);
    stage.control(TradingState.ACTIVE);
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.FENCED);
  }

  @Test
  void a_claimed_entry_is_not_granted_again_after_its_time() {
    stage.buy("n1", "trend", "AAPL");
    stage.claim("n1");
    stage.later(Duration.ofMinutes(10));
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.EXPIRED);
  }

  @Test
  void a_time_limit_is_over_when_it_is_reached() {
    stage.buy("n1", "trend", "AAPL");
    stage.buy("n2", "mean", "AAPL");
    stage.later(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.GRANTED);
    stage.later(1);
    assertThat(stage.claim("n2")).isEqualTo(CommandCode.EXPIRED);
  }

  @Test
  void a_claimed_intent_never_expires() {
    stage.buy("n1", "trend", "AAPL");
    stage.later(60);
    stage.claim("n1");
    stage.later(Duration.ofMinutes(11));
    stage.settle();
    assertThat(stage.state("n1")).isEqualTo(IntentState.CLAIMED);
  }

  @Test
  void a_silent_order_keeps_its_capital() {
    stage.buy("n1", "trend", "AAPL");
    stage.claim("n1");
    stage.later(Duration.ofMinutes(15));
    stage.settle();
    assertThat(stage.state("n1")).isEqualTo(IntentState.UNKNOWN);
    assertThat(LedgerSums.reserved(stage.ledger()).toString()).isEqualTo("10000");
    assertThat(stage.alerts()).contains(AlertCode.REPORT_OVERDUE);
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.ALREADY_CLAIMED);
  }

  @Test
  void a_policy_in_force_binds_claims_of_entries_and_no_exits() {
    stage.bought("n1", "trend", "AAPL", "100", "10000");
    stage.buy("n2", "mean", "AAPL");
    stage.exit("x1", "trend", "AAPL");
    Set<Symbol> disallowed = Set.of(new Symbol("AAPL"));
    stage.run(
        new LedgerCommand.Policy(EntryPolicy.of(true, disallowed, stage.now().plusSeconds(600))));
    assertThat(stage.claim("n2")).isEqualTo(CommandCode.POLICY_BLOCKED);
    assertThat(stage.claim("x1")).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void an_exit_is_cut_at_its_claim_to_what_is_still_held() {
    stage.bought("n1", "trend", "AAPL", "100", "10000");
    stage.exit("x1", "trend", "AAPL");
    stage.stop("s1", "trend", "AAPL", OrderSide.SELL, "60", "6000");
    Outcome claimed = stage.claim("x1", LedgerStage.token("x1"));
    assertThat(claimed.answer().detail())
        .isEqualTo(new AnswerDetail.Granted(Optional.of(Quantity.of("40")), false));
    assertThat(stage.intent(new Nonce("x1")).orElseThrow().order().quantity())
        .isEqualTo(Quantity.of("40"));
  }

  @Test
  void an_exit_of_what_a_stop_closed_is_not_granted() {
    stage.bought("n1", "trend", "AAPL", "100", "10000");
    stage.exit("x1", "trend", "AAPL");
    stage.stop("s1", "trend", "AAPL", OrderSide.SELL, "100", "9000");
    assertThat(stage.claim("x1")).isEqualTo(CommandCode.NO_POSITION);
  }

  @Test
  void two_exits_never_have_more_in_flight_than_is_held() {
    stage.bought("n1", "trend", "AAPL", "100", "10000");
    stage.exit("x1", "trend", "AAPL");
    assertThat(stage.exit("x2", "trend", "AAPL").code()).isEqualTo(CommandCode.NO_POSITION);
  }

  @Test
  void the_owner_of_a_silent_exit_may_ask_again() {
    stage.bought("n1", "trend", "AAPL", "100", "10000");
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.later(Duration.ofMinutes(16));
    stage.settle();
    assertThat(stage.claim("x1")).isEqualTo(CommandCode.GRANTED);
    assertThat(stage.claim("x1", "theirs").code()).isEqualTo(CommandCode.ALREADY_CLAIMED);
  }

  @Test
  void an_entry_that_has_lost_its_capital_is_cancelled() {
    stage.buy("n1", "trend", "AAPL");
    stage.account("100000", "5000");
    assertThat(stage.claim("n1")).isEqualTo(CommandCode.NO_CAPITAL);
    assertThat(stage.state("n1")).isEqualTo(IntentState.CANCELLED);
  }

  @Test
  void a_strategy_that_enters_the_same_too_often_is_suspended() {
    for (int i = 0; i < 5; i++) {
      stage.bought("n" + i, "trend", "AAPL", "1", "100");
    }
    stage.buy("n9", "trend", "AAPL");
    assertThat(stage.claim("n9")).isEqualTo(CommandCode.REPEAT_LIMIT);
    assertThat(stage.claim("n9")).isEqualTo(CommandCode.SUSPENDED);
    assertThat(stage.buy("m1", "trend", "SPY")).isEqualTo(CommandCode.SUSPENDED);
    assertThat(stage.exit("x1", "trend", "AAPL").code()).isEqualTo(CommandCode.RESERVED);
  }

  @Test
  void another_executor_gets_nothing() {
    stage.buy("n1", "trend", "AAPL");
    LedgerCommand.Claim claim = new LedgerCommand.Claim(new Nonce("n1"), "exec-2", "a token");
    assertThat(stage.run(claim).code()).isEqualTo(CommandCode.NOT_YOUR_ACCOUNT);
  }

  @Test
  void a_token_is_not_kept() {
    stage.buy("n1", "trend", "AAPL");
    stage.claim("n1");
    assertThat(stage.ledger().toString()).doesNotContain(LedgerStage.token("n1"));
  }
}
