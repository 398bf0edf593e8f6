package dev.maestro.engine.capital.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorLawTest {
  private static final Symbol AAPL = new Symbol("AAPL");

  private final LedgerStage stage = LedgerStage.ready();

  @Test
  void a_split_scales_quantities_and_leaves_what_they_cost() {
    stage.bought("n1", "trend", "AAPL", "10", "1000");
    stage.buy("n2", "mean", "AAPL");
    assertThat(split("3", "corporate action")).isEqualTo(CommandCode.ACCEPTED);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("30");
    assertThat(stage.ledger().book().holdings().cost()).isEqualTo(Money.of("1000"));
    assertThat(stage.state("n2")).isEqualTo(IntentState.CANCELLED);
  }

  @Test
  void a_split_that_would_leave_nothing_is_invalid() {
    stage.bought("n1", "trend", "AAPL", "1", "100");
    assertThat(split("0", "why")).isEqualTo(CommandCode.INVALID);
    assertThat(split("2", " ")).isEqualTo(CommandCode.INVALID);
    assertThat(split("0.00000000001", "why")).isEqualTo(CommandCode.INVALID);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("1");
  }

  @Test
  void what_was_there_before_is_given_with_what_it_cost() {
    stage.shows("AAPL", "10", "100");
    assertThat(assign("trend", "4")).isEqualTo(CommandCode.ACCEPTED);
    assertThat(stage.held("trend", "AAPL")).isEqualTo("4");
    assertThat(stage.held("", "AAPL")).isEqualTo("6");
    assertThat(assign("trend", "7")).isEqualTo(CommandCode.NO_POSITION);
    assertThat(assign("trend", "0")).isEqualTo(CommandCode.INVALID);
    stage.exit("x1", "trend", "AAPL");
    stage.claim("x1");
    stage.ends("x1", "4", "500");
    assertThat(stage.trade("x1").orElseThrow().realizedPnl()).isEqualTo(Money.of("100"));
  }

  @Test
  void resuming_needs_a_reason_and_every_throw_is_one_fence_further() {
    LedgerCommand.Control silent = new LedgerCommand.Control(TradingState.ACTIVE, "op-1", " ");
    assertThat(stage.run(silent).code()).isEqualTo(CommandCode.INVALID);
    LedgerCommand.Control halt = new LedgerCommand.Control(TradingState.HALTED, "op-1", "");
    assertThat(stage.run(halt).answer().detail()).isEqualTo(new AnswerDetail.Fenced(1));
    assertThat(stage.run(halt).answer().detail()).isEqualTo(new AnswerDetail.Fenced(2));
  }

  @Test
  void rearming_needs_a_reason_and_somebody_suspended() {
    stage.buy("n1", "trend", "AAPL");
    stage.claim("n1");
    stage.ends("n1", "200", "20000");
    assertThat(rearm("trend", "")).isEqualTo(CommandCode.INVALID);
    assertThat(rearm("mean", "looked at it")).isEqualTo(CommandCode.UNCHANGED);
    assertThat(rearm("trend", "looked at it")).isEqualTo(CommandCode.ACCEPTED);
    assertThat(stage.buy("n2", "trend", "SPY")).isEqualTo(CommandCode.RESERVED);
  }

  @Test
  void of_two_switches_the_stricter_counts_and_a_lost_one_reduces() {
    TradingControl active = TradingControl.INITIAL.next(TradingState.ACTIVE, "a", "op", at(1));
    TradingControl halted = TradingControl.INITIAL.next(TradingState.HALTED, "b", "op", at(2));
    TradingControl both = TradingControl.together(active, halted, 2);
    assertThat(both.state()).isEqualTo(TradingState.HALTED);
    assertThat(both.fence()).isEqualTo(2);
    TradingControl lost = TradingControl.together(active, TradingControl.INITIAL, 2);
    assertThat(lost.state()).isEqualTo(TradingState.REDUCING);
    assertThat(lost.fence()).isEqualTo(2);
  }

  private CommandCode split(String factor, String reason) {
    return stage.run(new LedgerCommand.Split(AAPL, new BigDecimal(factor), "op-1", reason)).code();
  }

  private CommandCode assign(String strategy, String quantity) {
    return stage
        .run(
            new LedgerCommand.Assign(
                LedgerStage.key(strategy, "AAPL"),
                new AgentId(strategy),
                new BigDecimal(quantity),
                "op-1",
                "was here before"))
        .code();
  }

  private CommandCode rearm(String strategy, String reason) {
    return stage.run(new LedgerCommand.Rearm(new Holder(strategy), "op-1", reason)).code();
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
