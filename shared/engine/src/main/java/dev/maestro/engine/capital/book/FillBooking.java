package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.ProRata;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One fill on its way through a book. What closes takes first from lots of its side that are not
 * older than the fill, newest first, then from the holding, then from the other lots of its side,
 * newest first, each from what is left of the fill; the rest opens. An entry takes from no lot.
 */
final class FillBooking {
  private final BookedFill fill;
  private final PositionKey key;

  /** The sign of what the fill closes. */
  private final int closedSign;

  private PositionBook book;
  private Quantity quantity;
  private Money notional;
  private Money fees;
  private Optional<TakenOut> taken = Optional.empty();

  FillBooking(PositionBook book, BookedFill fill) {
    this.book = book;
    this.fill = fill;
    this.key = fill.key();
    this.closedSign = -fill.side().sign();
    this.quantity = fill.quantity();
    this.notional = fill.notional();
    this.fees = fill.fees();
  }

  BookedResult run() {
    List<Lot> lots = fill.takesLots() ? book.lots().of(key) : List.of();
    takeLots(lots, true);
    takeHolding();
    takeLots(lots, false);
    if (quantity.signum() == 0) {
      return new BookedResult(book, taken, Money.ZERO, Money.ZERO);
    }
    Stake stake = new Stake(quantity.times(fill.side().sign()), notional, fees, risk());
    LedgerHolding opened = new LedgerHolding(key, stake, fill.agent(), fill.filledAt());
    return new BookedResult(book.opened(opened), taken, notional, fees);
  }

  private void takeLots(List<Lot> lots, boolean notOlder) {
    for (Lot lot : lots) {
      boolean isNotOlder = !lot.asOf().isBefore(fill.filledAt());
      if (lot.sign() == closedSign && isNotOlder == notOlder && quantity.signum() > 0) {
        Stake whole = lot.content().stake();
        Stake part = take(lot.content());
        book = book.withLots(book.lots().leaving(lot, whole.minus(part)));
      }
    }
  }

  private void takeHolding() {
    Optional<LedgerHolding> held = book.holdings().get(key);
    if (held.isPresent() && held.get().sign() == closedSign && quantity.signum() > 0) {
      Stake part = take(held.get());
      book = book.withHoldings(book.holdings().leaving(held.get(), held.get().stake().minus(part)));
    }
  }

  /** Takes what the fill can from a stake, with the fill's own part of notional and fees. */
  private Stake take(LedgerHolding from) {
    Quantity size = quantity.min(from.quantity().abs());
    Stake part = from.stake().part(size);
    Money turnover = ProRata.part(notional, size, quantity);
    Money fee = ProRata.part(fees, size, quantity);
    quantity = quantity.minus(size);
    notional = notional.minus(turnover);
    fees = fees.minus(fee);
    TakenOut out = new TakenOut(part, turnover, fee, from.agent(), from.openedAt());
    taken = Optional.of(taken.map(before -> before.plus(out)).orElse(out));
    return part;
  }

  private Money risk() {
    return fill.stopDistance()
        .map(distance -> notional.value().multiply(distance))
        .map(risk -> new Money(risk.setScale(Money.PLACES, RoundingMode.HALF_EVEN)))
        .orElse(Money.ZERO);
  }
}
