package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.table.SortedTable;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is held, by symbol and holder, with the sum of what it cost. */
public final class Holdings {
  /** Nothing is held. */
  public static final Holdings NONE = new Holdings(SortedTable.empty(), Money.ZERO);

  private final SortedTable<PositionKey, LedgerHolding> table;
  private final Money cost;

  private Holdings(SortedTable<PositionKey, LedgerHolding> table, Money cost) {
    this.table = table;
    this.cost = cost;
  }

  /** What is held under a key. */
  public Optional<LedgerHolding> get(PositionKey key) {
    return table.get(key);
  }

  /** 1 for a long, -1 for a short, 0 for none. */
  public int sign(PositionKey key) {
    return get(key).map(LedgerHolding::sign).orElse(0);
  }

  /** In order of symbol and holder. */
  public List<LedgerHolding> all() {
    return table.values();
  }

  /** What is held, in order of symbol and holder. */
  public List<PositionKey> keys() {
    return table.keys();
  }

  /** The holdings of one symbol, in order of their holders. */
  public List<LedgerHolding> of(Symbol symbol) {
    List<LedgerHolding> found = new ArrayList<>();
    PositionKey from = new PositionKey(symbol, Holder.NOBODY);
    for (LedgerHolding holding : table.from(from)) {
      if (!holding.key().symbol().equals(symbol)) {
        break;
      }
      found.add(holding);
    }
    return found;
  }

  /** Their number. */
  public int size() {
    return table.size();
  }

  /** What all of them cost. */
  public Money cost() {
    return cost;
  }

  /** What the holdings of one symbol cost. */
  public Money costOf(Symbol symbol) {
    return of(symbol).stream().map(LedgerHolding::cost).reduce(Money.ZERO, Money::plus);
  }

  /** What the holdings of one agent cost. */
  public Money costOf(AgentId agent) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LedgerHolding holding : all()) {
      if (holding.agent().isPresent() && holding.agent().get().equals(agent)) {
        sum = sum.add(holding.cost().value());
      }
    }
    return new Money(sum);
  }

  /** With a holding in place of what was held under its key. */
  public Holdings with(LedgerHolding holding) {
    Money before = get(holding.key()).map(LedgerHolding::cost).orElse(Money.ZERO);
    return new Holdings(
        table.with(holding.key(), holding), cost.minus(before).plus(holding.cost()));
  }

  /** Without what is held under a key. */
  public Holdings without(PositionKey key) {
    Money before = get(key).map(LedgerHolding::cost).orElse(Money.ZERO);
    return new Holdings(table.without(key), cost.minus(before));
  }

  /** With a stake added to a holding, or as a new one; the signs must not differ. */
  Holdings adding(LedgerHolding added) {
    LedgerHolding sum =
        get(added.key()).map(held -> held.with(held.stake().plus(added.stake()))).orElse(added);
    return with(sum);
  }

  /** With another stake for a holding; without it where nothing is left. */
  Holdings leaving(LedgerHolding holding, Stake rest) {
    return rest.quantity().signum() == 0 ? without(holding.key()) : with(holding.with(rest));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Holdings holdings && table.equals(holdings.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return table.values().toString();
  }
}
