package dev.maestro.engine.capital.fact;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.book.BookedFill;
import dev.maestro.engine.capital.book.BookedResult;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.book.TakenOut;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Bookings;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.Optional;

/** How growth is booked: into lots, holdings and trades, and against the buying power. */
final class FactBooking {
  private FactBooking() {}

  /** Books a fill; what it takes out becomes, or corrects, the trade of that id. */
  static void book(Work work, String tradeId, BookedFill fill) {
    BookedResult result = work.ledger().book().book(fill);
    work.change(ledger -> ledger.withBook(result.book()));
    use(work, fill.key(), result.used());
    if (result.taken().isPresent()) {
      TakenOut out = result.taken().get();
      work.write(
          work.trade(tradeId)
              .map(trade -> trade.plus(out, fill.filledAt()))
              .orElseGet(() -> LedgerTrade.of(tradeId, fill.key(), out, fill.filledAt())));
    }
  }

  /**
   * Books fees that came without a fill: an exit's correct its trade; an entry's, and those of an
   * exit without a trade, go to the strategy's holding, else to its newest lot, else they correct
   * its newest trade.
   */
  static void bookFees(Work work, Intent intent, Money difference) {
    use(work, intent.key(), difference.max(Money.ZERO));
    Optional<LedgerTrade> own =
        intent.isExit() ? work.trade(intent.nonce().value()) : Optional.empty();
    if (own.isPresent()) {
      work.write(own.get().withExitFees(difference));
      return;
    }
    Ledger ledger = work.ledger();
    Optional<PositionBook> book = ledger.book().withLateFees(intent.key(), difference);
    Optional<LedgerTrade> newest = ledger.latestTrades().get(intent.key());
    if (book.isPresent()) {
      work.change(changed -> changed.withBook(book.get()));
    } else if (newest.isPresent()) {
      work.write(newest.get().withEntryFees(difference));
    } else {
      work.alert(
          AlertCode.UNBOOKED_FEES,
          intent.nonce().value(),
          "fees of " + difference + " came when nothing was left to carry them");
    }
  }

  /** A booking that the snapshot contains already uses nothing. */
  private static void use(Work work, PositionKey key, Money used) {
    Instant now = work.now();
    boolean isContained =
        work.ledger()
            .account()
            .map(account -> account.asOf().minus(work.config().times().snapshotGrace()))
            .filter(contained -> !now.isAfter(contained))
            .isPresent();
    if (!isContained) {
      Bookings.Booking booking = new Bookings.Booking(key.symbol(), now, used);
      work.change(ledger -> ledger.withBookings(ledger.bookings().with(booking)));
    }
  }
}
