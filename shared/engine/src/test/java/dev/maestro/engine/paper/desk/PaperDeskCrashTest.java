package dev.maestro.engine.paper.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the desk at every call of a port, and holds that nothing is lost and nothing doubled. */
class PaperDeskCrashTest {
  /** Entries with and without messages, a stop, a target, an exit, a cancelled order. */
  private static void day(DeskStage stage, boolean comesAgain) {
    call(stage, comesAgain, stage::tick);
    stage.later();
    stage.reserve("n1", "alpha", "ACME", OrderSide.BUY, "95", ExitMode.TREND_FOLLOW);
    stage.reserve("n2", "beta", "ACME", OrderSide.SELL, "105", ExitMode.FAST_TP);
    stage.reserve("n3", "gamma", "BOLT", OrderSide.BUY, "99", ExitMode.DEFENSIVE_TRAIL);
    call(stage, comesAgain, () -> stage.onIntent("n1"));
    stage.later();
    call(stage, comesAgain, stage::tick);
    stage.bar("ACME", 100, 101, 99, 100);
    call(stage, comesAgain, stage::tick);
    stage.bar("BOLT", 50, 51, 49.9, 50);
    call(stage, comesAgain, stage::tick);
    stage.exit("x1", "alpha", "ACME");
    call(stage, comesAgain, () -> stage.onIntent("x1"));
    stage.bar("ACME", 98, 98, 94, 96);
    call(stage, comesAgain, stage::tick);
    stage.bar("BOLT", 49, 49, 40, 41);
    call(stage, comesAgain, stage::tick);
    stage.reserve("n4", "alpha", "ACME", OrderSide.BUY, "95", ExitMode.TREND_FOLLOW);
    call(stage, comesAgain, () -> stage.onIntent("n4"));
    stage.ledger.control(TradingState.HALTED);
    for (int minute = 0; minute < 3; minute++) {
      stage.later();
      call(stage, comesAgain, stage::tick);
      stage.ledger.settle();
    }
  }

  /** What is not called again at once is called again a minute later. */
  private static void call(DeskStage stage, boolean comesAgain, Runnable call) {
    if (comesAgain) {
      call.run();
      return;
    }
    try {
      stage.dying(call);
    } catch (UnavailableException died) {
      stage.later();
    }
  }

  @Test
  void the_day_of_this_test_does_what_it_says() {
    DeskStage stage = new DeskStage();
    day(stage, true);

    assertThat(stage.ledger.trades()).containsOnlyKeys("x1", "close-paper-n2", "close-paper-n3");
    assertThat(stage.ledger.codes())
        .contains(CommandCode.GRANTED, CommandCode.RECORDED, CommandCode.UNCHANGED)
        .doesNotContain(CommandCode.NO_POSITION, CommandCode.OVERFILL, CommandCode.INVALID_REPORT);
    assertThat(stage.calls()).isGreaterThan(50);
    stage.assertAgreement();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_desk_that_dies_at_any_call_and_is_called_again_ends_as_one_that_never_died(
      boolean afterwards) {
    DeskStage undisturbed = new DeskStage();
    day(undisturbed, true);

    for (int n = 1; n <= undisturbed.calls(); n++) {
      DeskStage stage = new DeskStage();
      stage.breakAt(n, afterwards);
      day(stage, true);

      stage.assertAgreement();
      assertThat(stage.book().book()).as("died at %s", n).isEqualTo(undisturbed.book().book());
      assertThat(stage.ledger.trades()).as("died at %s", n).isEqualTo(undisturbed.ledger.trades());
      assertThat(stage.ledger.ledger().book().holdings())
          .as("died at %s", n)
          .isEqualTo(undisturbed.ledger.ledger().book().holdings());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_desk_that_dies_at_any_call_and_only_ticks_a_minute_later_agrees_with_the_ledger(
      boolean afterwards) {
    DeskStage undisturbed = new DeskStage();
    day(undisturbed, true);

    for (int n = 1; n <= undisturbed.calls(); n++) {
      DeskStage stage = new DeskStage();
      stage.breakAt(n, afterwards);
      day(stage, false);

      stage.assertAgreement();
      assertThat(stage.ledger.alerts()).as("died at %s", n).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_was_told_stands_although_the_bars_are_taken_back(boolean afterwards) {
    for (int n = 1; n <= 20; n++) {
      DeskStage stage = new DeskStage();
      stage.tick();
      stage.later();
      stage.reserve("n1", "alpha", "ACME", OrderSide.BUY, "95", ExitMode.TREND_FOLLOW);
      stage.onIntent("n1");
      stage.bar("ACME", 100, 101, 99, 100);
      stage.breakAt(stage.calls() + n, afterwards);
      call(stage, false, stage::tick);
      stage.takeBarsBack();
      stage.breakAt(0, false);
      stage.tick();
      stage.tick();

      stage.assertAgreement();
    }
  }
}
