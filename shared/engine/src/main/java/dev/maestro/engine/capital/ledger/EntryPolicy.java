package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.name.Symbol;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of the trading policy in force that a claim asks.
 *
 * @param expiresAt empty: it does not expire
 */
public record EntryPolicy(
    boolean allowNewTrades, SortedSet<Symbol> disallowedSymbols, Optional<Instant> expiresAt) {
  /** Forbids nothing. */
  public static final EntryPolicy ALLOWS_ALL =
      new EntryPolicy(true, Collections.emptySortedSet(), Optional.empty());

  /** Keeps its own set. */
  public EntryPolicy {
    disallowedSymbols = Collections.unmodifiableSortedSet(new TreeSet<>(disallowedSymbols));
  }

  /** A policy that expires. */
  public static EntryPolicy of(
      boolean allowNewTrades, Set<Symbol> disallowedSymbols, Instant expiresAt) {
    return new EntryPolicy(
        allowNewTrades, new TreeSet<>(disallowedSymbols), Optional.of(expiresAt));
  }

  /** True if an entry in the symbol is not to be sent now. */
  public boolean forbids(Symbol symbol, Instant now) {
    return !allowNewTrades
        || expiresAt.filter(end -> !now.isBefore(end)).isPresent()
        || disallowedSymbols.contains(symbol);
  }
}
