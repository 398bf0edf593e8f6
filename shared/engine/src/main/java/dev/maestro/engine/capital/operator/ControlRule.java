package dev.maestro.engine.capital.operator;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.control.TradingState;

/** The kill switch and the policy in force. Tightening takes no reason, loosening does. */
public final class ControlRule {
  private ControlRule() {}

  /** Throws the kill switch: always one fence further. */
  public static Outcome apply(Work work, LedgerCommand.Control control) {
    if (control.state() == TradingState.ACTIVE && control.reason().isBlank()) {
      return work.end(CommandCode.INVALID);
    }
    work.throwSwitch(
        work.ledger().control().next(control.state(), control.reason(), control.by(), work.now()));
    return work.end(CommandCode.ACCEPTED, new AnswerDetail.Fenced(work.ledger().control().fence()));
  }

  /** Sets the policy in force. */
  public static Outcome apply(Work work, LedgerCommand.Policy policy) {
    work.change(ledger -> ledger.withPolicy(policy.policy()));
    return work.end(CommandCode.ACCEPTED);
  }
}
