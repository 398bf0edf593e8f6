package dev.maestro.engine.capital.operator;

import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import java.util.Optional;

/**
 * Scales what is held and lies in lots of a symbol, at what it cost; waiting intents in it, whose
 * price or quantity is of before, are cancelled, and a doubt, whose total is of before, ends. A
 * factor that leaves nothing of a holding is INVALID (docs/adr/0027).
 */
public final class SplitRule {
  private SplitRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Split split) {
    if (split.factor().signum() <= 0 || split.reason().isBlank()) {
      return work.end(CommandCode.INVALID);
    }
    Optional<PositionBook> scaled = work.ledger().book().split(split.symbol(), split.factor());
    if (scaled.isEmpty()) {
      return work.end(CommandCode.INVALID);
    }
    work.change(
        ledger ->
            ledger
                .withBook(scaled.get())
                .withRestrictions(ledger.restrictions().trusting(split.symbol())));
    for (Intent intent :
        work.ledger()
            .intents()
            .where(
                waiting ->
                    waiting.state() == IntentState.RESERVED
                        && waiting.key().symbol().equals(split.symbol()))) {
      work.store(intent.ended(IntentState.CANCELLED), split.by(), "split: " + split.reason());
    }
    return work.end(CommandCode.ACCEPTED);
  }
}
