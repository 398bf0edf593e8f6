package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Holdings and lots together: what fills, snapshots and splits change. */
public record PositionBook(Holdings holdings, Lots lots) {
  /** Nothing is held. */
  public static final PositionBook EMPTY = new PositionBook(Holdings.NONE, Lots.NONE);

  /** Books a fill: takes from lots and the holding what it closes, opens with the rest. */
  public BookedResult book(BookedFill fill) {
    return new FillBooking(this, fill).run();
  }

  /** Holdings and lots, counted together. */
  public int size() {
    return holdings.size() + lots.size();
  }

  /** What is held under a key and lies in its lots, of one sign. */
  public Quantity closable(PositionKey key, int sign) {
    Quantity sum =
        holdings
            .get(key)
            .filter(held -> held.sign() == sign)
            .map(held -> held.quantity().abs())
            .orElse(Quantity.ZERO);
    for (Lot lot : lots.of(key)) {
      sum = lot.sign() == sign ? sum.plus(lot.quantity().abs()) : sum;
    }
    return sum;
  }

  /** Fees that came late go to the holding, else to the newest lot; empty if there is neither. */
  public Optional<PositionBook> withLateFees(PositionKey key, Money difference) {
    Optional<LedgerHolding> held = holdings.get(key);
    if (held.isPresent()) {
      Stake stake = held.get().stake();
      Stake changed = stake.withFees(stake.fees().plus(difference));
      return Optional.of(withHoldings(holdings.with(held.get().with(changed))));
    }
    return lots.of(key).stream()
        .findFirst()
        .map(
            lot -> {
              Stake stake = lot.content().stake();
              Stake changed = stake.withFees(stake.fees().plus(difference));
              return withLots(lots.leaving(lot, changed));
            });
  }

  /** With more of a holding; its key holds nothing of the other sign. */
  public PositionBook opened(LedgerHolding added) {
    return withHoldings(holdings.adding(added));
  }

  /** What a part of a holding is: to be handed on, with its agent and its opened_at. */
  public static LedgerHolding part(LedgerHolding holding, Quantity size) {
    return holding.with(holding.stake().part(size));
  }

  /** Without a part of a holding. */
  public PositionBook without(LedgerHolding part) {
    LedgerHolding holding = holdings.get(part.key()).orElseThrow();
    return withHoldings(holdings.leaving(holding, holding.stake().minus(part.stake())));
  }

  /** A part of a holding becomes a lot of the snapshot that shows it gone. */
  public PositionBook withLot(Lot lot) {
    return withLots(lots.with(lot));
  }

  /** Without a part of a lot. */
  public PositionBook withoutOf(Lot lot, Quantity size) {
    Stake stake = lot.content().stake();
    return withLots(lots.leaving(lot, stake.minus(stake.part(size))));
  }

  /** A split: quantities times the factor, at what they cost. Empty if one would become nothing. */
  public Optional<PositionBook> split(Symbol symbol, BigDecimal factor) {
    PositionBook changed = this;
    for (LedgerHolding held : holdings.of(symbol)) {
      Quantity scaled = Quantity.rounded(held.quantity().value().multiply(factor));
      if (scaled.signum() == 0) {
        return Optional.empty();
      }
      changed =
          changed.withHoldings(changed.holdings.with(held.with(held.stake().withQuantity(scaled))));
    }
    for (Lot lot : lots.of(symbol)) {
      Quantity scaled = Quantity.rounded(lot.quantity().value().multiply(factor));
      if (scaled.signum() == 0) {
        return Optional.empty();
      }
      changed =
          changed.withLots(changed.lots.leaving(lot, lot.content().stake().withQuantity(scaled)));
    }
    return Optional.of(changed);
  }

  PositionBook withHoldings(Holdings changed) {
    return new PositionBook(changed, lots);
  }

  PositionBook withLots(Lots changed) {
    return new PositionBook(holdings, changed);
  }
}
