package dev.maestro.engine.capital.fact;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.book.BookedFill;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
    Instant opened = opened(work.ledger().book(), close.key(), closedSign);
    Instant closedAt = FactTime.ofFill(work, tradeId, opened, close.closedAt());
    FactBooking.book(work, tradeId, fill(close, figures.get(), closedAt));
    return work.end(CommandCode.RECORDED);
  }

  /**
   * True if a close says what was booked of its id, whenever it is said to have been: that time may
   * have been set to another one.
   */
  public static boolean says(LedgerTrade known, LedgerCommand.Close close) {
    return known.key().equals(close.key())
        && OrderSide.closing(known.quantity().signum()) == close.side()
        && close
            .figures()
            .filter(said -> said.quantity().equals(known.quantity().abs()))
            .filter(said -> said.notional().equals(known.turnover()))
            .filter(said -> said.fees().equals(known.exitFees()))
            .isPresent();
  }

  /** When the first of what it may close was opened; nothing is closed before that. */
  private static Instant opened(PositionBook book, PositionKey key, int sign) {
    Stream<LedgerHolding> held = book.holdings().get(key).stream();
    return Stream.concat(held, book.lots().of(key).stream().map(Lot::content))
        .filter(part -> part.sign() == sign)
        .map(LedgerHolding::openedAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
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
