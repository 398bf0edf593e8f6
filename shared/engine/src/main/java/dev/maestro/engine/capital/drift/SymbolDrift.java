package dev.maestro.engine.capital.drift;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.book.Stake;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.ledger.PositionDoubt;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One symbol whose holdings differ from what the broker shows. What lots can give back returns at
 * once; what would shrink waits for a second snapshot; what no holding can explain is nobody's.
 */
final class SymbolDrift {
  /** Differences up to this are rounding. */
  private static final Quantity NOTHING = Quantity.of("0.00000001");

  private static final Comparator<LedgerHolding> NEWEST_FIRST =
      Comparator.comparing(LedgerHolding::openedAt).thenComparing(LedgerHolding::key).reversed();

  private final Work work;
  private final Symbol symbol;
  private final ShownTotal shown;
  private final Instant asOf;

  private SymbolDrift(Work work, Symbol symbol, ShownTotal shown, Instant asOf) {
    this.work = work;
    this.symbol = symbol;
    this.shown = shown;
    this.asOf = asOf;
  }

  /** True if the symbol differs. */
  static boolean compare(Work work, Symbol symbol, ShownTotal shown, Instant asOf) {
    return new SymbolDrift(work, symbol, shown, asOf).compare();
  }

  private boolean compare() {
    Quantity held = Quantity.ZERO;
    for (LedgerHolding holding : book().holdings().of(symbol)) {
      held = held.plus(holding.quantity());
    }
    Quantity difference = shown.total().minus(held);
    if (isNothing(difference)) {
      trust();
      return false;
    }
    work.alert(
        AlertCode.LEDGER_DRIFT,
        symbol.value(),
        "the broker shows " + shown.total() + ", the ledger holds " + held);
    settle(giveBack(difference));
    return true;
  }

  /** Lots go back into their holdings, newest first; what they cannot cover is the rest. */
  private Quantity giveBack(Quantity difference) {
    int sign = difference.signum();
    Quantity left = difference.abs();
    for (Lot lot : book().lots().of(symbol)) {
      boolean isOpposed = book().holdings().sign(lot.key()) == -sign;
      if (lot.sign() == sign && !isOpposed && left.signum() > 0) {
        Quantity size = left.min(lot.quantity().abs());
        LedgerHolding part = PositionBook.part(lot.content(), size);
        PositionBook returned = book().withoutOf(lot, size).opened(part);
        work.change(ledger -> ledger.withBook(returned));
        left = left.minus(size);
      }
    }
    return left.times(sign);
  }

  private void settle(Quantity rest) {
    if (isNothing(rest)) {
      trust();
      return;
    }
    int sign = rest.signum();
    List<LedgerHolding> opposite =
        book().holdings().of(symbol).stream()
            .filter(holding -> holding.sign() == -sign)
            .sorted(NEWEST_FIRST)
            .toList();
    Quantity shrinking = reach(opposite).min(rest.abs());
    if (shrinking.signum() > 0 && !isConfirmed(sign)) {
      doubt(sign);
      return;
    }
    shrink(opposite, shrinking);
    trust();
    grow(rest.abs().minus(shrinking), sign);
  }

  private static Quantity reach(List<LedgerHolding> holdings) {
    Quantity sum = Quantity.ZERO;
    for (LedgerHolding holding : holdings) {
      sum = sum.plus(holding.quantity().abs());
    }
    return sum;
  }

  /** A doubt of the same sign, at least drift_confirm old. */
  private boolean isConfirmed(int sign) {
    return work.ledger()
        .restrictions()
        .doubt(symbol)
        .filter(doubt -> doubt.sign() == sign)
        .filter(doubt -> !asOf.isBefore(doubt.since().plus(work.config().times().driftConfirm())))
        .isPresent();
  }

  private void doubt(int sign) {
    Instant since =
        work.ledger()
            .restrictions()
            .doubt(symbol)
            .filter(doubt -> doubt.sign() == sign)
            .map(PositionDoubt::since)
            .orElse(asOf);
    PositionDoubt renewed = new PositionDoubt(since, sign, shown.total());
    work.change(ledger -> ledger.withRestrictions(ledger.restrictions().doubting(symbol, renewed)));
  }

  private void trust() {
    if (work.ledger().restrictions().doubt(symbol).isPresent()) {
      work.change(ledger -> ledger.withRestrictions(ledger.restrictions().trusting(symbol)));
    }
  }

  /** Takes out of the holdings, newest first; a strategy's part becomes a lot. */
  private void shrink(List<LedgerHolding> holdings, Quantity size) {
    Quantity left = size;
    for (LedgerHolding holding : holdings) {
      if (left.signum() == 0) {
        return;
      }
      LedgerHolding part = PositionBook.part(holding, left.min(holding.quantity().abs()));
      PositionBook without = book().without(part);
      PositionBook after =
          holding.key().holder().isNobody() ? without : without.withLot(new Lot(part, asOf));
      work.change(ledger -> ledger.withBook(after));
      left = left.minus(part.quantity().abs());
    }
  }

  private void grow(Quantity size, int sign) {
    if (size.signum() == 0) {
      return;
    }
    Stake stake = new Stake(size.times(sign), shown.costOf(size), Money.ZERO, Money.ZERO);
    LedgerHolding found =
        new LedgerHolding(new PositionKey(symbol, Holder.NOBODY), stake, Optional.empty(), asOf);
    work.change(ledger -> ledger.withBook(ledger.book().opened(found)));
  }

  private PositionBook book() {
    return work.ledger().book();
  }

  private static boolean isNothing(Quantity difference) {
    return !difference.abs().isAbove(NOTHING);
  }
}
