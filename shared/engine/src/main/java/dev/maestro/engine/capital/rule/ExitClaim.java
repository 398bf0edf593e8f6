package dev.maestro.engine.capital.rule;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.intent.TokenHash;
import dev.maestro.engine.capital.ledger.LedgerSums;
import java.util.Optional;

/** At every claim an exit is cut to what is still there to close. */
final class ExitClaim {
  private ExitClaim() {}

  static Outcome apply(Work work, Intent intent, TokenHash token) {
    Quantity filled = intent.filled().quantity();
    Quantity closable =
        LedgerSums.closable(
            work.ledger(),
            intent.key(),
            intent.side(),
            exit -> exit.state().isWorking() && !exit.nonce().equals(intent.nonce()),
            filled);
    Quantity quantity = closable.min(intent.order().quantity());
    if (!quantity.isAbove(filled)) {
      return work.end(CommandCode.NO_POSITION);
    }
    boolean isRepeated = intent.state() != IntentState.RESERVED;
    Intent cut = intent.withQuantity(quantity);
    if (!isRepeated) {
      Intent claimed = cut.claimed(token, work.now().plus(work.config().times().reportWithin()));
      work.store(claimed, work.ledger().executor(), "granted");
    } else if (!cut.equals(intent)) {
      work.store(cut, work.ledger().executor(), "granted again, for less");
    }
    return work.end(
        CommandCode.GRANTED, new AnswerDetail.Granted(Optional.of(quantity), isRepeated));
  }
}
