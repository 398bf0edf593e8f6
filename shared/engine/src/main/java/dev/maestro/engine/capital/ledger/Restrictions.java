package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.name.Symbol;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who and what may not enter for the time being.
 *
 * @param suspended strategies that wait for an operator
 * @param doubts symbols of which the broker showed less than is held
 */
public record Restrictions(SortedSet<Holder> suspended, SortedMap<Symbol, PositionDoubt> doubts) {
  /** Nobody and nothing. */
  public static final Restrictions NONE =
      new Restrictions(Collections.emptySortedSet(), Collections.emptySortedMap());

  /** Keeps its own sets. */
  public Restrictions {
    suspended = Collections.unmodifiableSortedSet(new TreeSet<>(suspended));
    doubts = Collections.unmodifiableSortedMap(new TreeMap<>(doubts));
  }

  /** True if the strategy waits for an operator. */
  public boolean isSuspended(Holder strategy) {
    return suspended.contains(strategy);
  }

  /** The doubt about a symbol. */
  public Optional<PositionDoubt> doubt(Symbol symbol) {
    return Optional.ofNullable(doubts.get(symbol));
  }

  /** With a strategy suspended. */
  public Restrictions suspending(Holder strategy) {
    SortedSet<Holder> more = new TreeSet<>(suspended);
    more.add(strategy);
    return new Restrictions(more, doubts);
  }

  /** With a strategy that may go on. */
  public Restrictions rearming(Holder strategy) {
    SortedSet<Holder> fewer = new TreeSet<>(suspended);
    fewer.remove(strategy);
    return new Restrictions(fewer, doubts);
  }

  /** With a symbol in doubt, or in another doubt. */
  public Restrictions doubting(Symbol symbol, PositionDoubt doubt) {
    SortedMap<Symbol, PositionDoubt> more = new TreeMap<>(doubts);
    more.put(symbol, doubt);
    return new Restrictions(suspended, more);
  }

  /** With no doubt about a symbol. */
  public Restrictions trusting(Symbol symbol) {
    if (!doubts.containsKey(symbol)) {
      return this;
    }
    SortedMap<Symbol, PositionDoubt> fewer = new TreeMap<>(doubts);
    fewer.remove(symbol);
    return new Restrictions(suspended, fewer);
  }
}
