package dev.maestro.engine.capital.fact;

import dev.maestro.engine.capital.book.BookedFill;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;
import java.util.Optional;

/**
 * A stop or a liquidation that no intent asked for. It closes what is held or lies in lots, and
 * never opens the other side.
 */
public final class CloseRule {
  private CloseRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Close close) {
    if (!close.executor().equals(work.ledger().executor())) {
      return work.end(CommandCode.NOT_YOUR_ACCOUNT);
    }
    String tradeId = close.tradeId().orElseThrow();
    if (work.trade(tradeId).isPresent()) {
      return work.end(CommandCode.UNCHANGED);
    }
    Optional<FilledSoFar> figures = close.figures().filter(said -> said.quantity().signum() > 0);
    if (figures.isEmpty()) {
      return work.end(CommandCode.INVALID_REPORT);
    }
    int closedSign = -close.side().sign();
    if (figures.get().quantity().isAbove(work.ledger().book().closable(close.key(), closedSign))) {
      return work.end(CommandCode.NO_POSITION);
    }
    Instant closedAt = FactTime.notAhead(work, tradeId, close.closedAt());
    FactBooking.book(work, tradeId, fill(close, figures.get(), closedAt));
    return work.end(CommandCode.RECORDED);
  }

  private static BookedFill fill(LedgerCommand.Close close, FilledSoFar figures, Instant closedAt) {
    return new BookedFill(
        close.key(),
        close.side(),
        figures.quantity(),
        figures.notional(),
        figures.fees(),
        closedAt,
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
