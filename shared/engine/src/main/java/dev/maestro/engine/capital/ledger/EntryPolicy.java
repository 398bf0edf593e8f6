package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of the trading policy in force that a claim asks.
 *
 * @param onlySymbols all that may be entered, less the disallowed ones; empty: any
 * @param expiresAt empty: it does not expire
 */
public record EntryPolicy(
    boolean allowNewTrades,
    SortedSet<Symbol> disallowedSymbols,
    Optional<SortedSet<Symbol>> onlySymbols,
    Optional<Instant> expiresAt) {
  /** Forbids nothing. */
  public static final EntryPolicy ALLOWS_ALL =
      new EntryPolicy(true, Collections.emptySortedSet(), Optional.empty(), Optional.empty());

  /** Forbids everything: nobody knows what is in force. */
  public static final EntryPolicy ALLOWS_NOTHING =
      new EntryPolicy(false, Collections.emptySortedSet(), Optional.empty(), Optional.empty());

  /** Keeps its own sets. */
  public EntryPolicy {
    disallowedSymbols = Collections.unmodifiableSortedSet(new TreeSet<>(disallowedSymbols));
    onlySymbols = onlySymbols.map(only -> Collections.unmodifiableSortedSet(new TreeSet<>(only)));
  }

  /** A policy that expires. */
  public static EntryPolicy of(
      boolean allowNewTrades, Set<Symbol> disallowedSymbols, Instant expiresAt) {
    return new EntryPolicy(
        allowNewTrades, new TreeSet<>(disallowedSymbols), Optional.empty(), Optional.of(expiresAt));
  }

  /** The policy in force as cycles keep it; one that was never evaluated forbids everything. */
  public static EntryPolicy of(StabilityState state) {
    TradingPolicy policy = state.inForce();
    boolean isAnyAllowed = policy.symbolsDefault() == SymbolsDefault.ALLOW;
    return new EntryPolicy(
        policy.allowNewTrades() && state.expiresAt().isPresent(),
        new TreeSet<>(policy.disallowedSymbols()),
        isAnyAllowed ? Optional.empty() : Optional.of(new TreeSet<>(policy.allowedSymbols())),
        state.expiresAt());
  }

  /** True if an entry in the symbol is not to be sent now. */
  public boolean forbids(Symbol symbol, Instant now) {
    return !allowNewTrades
        || expiresAt.filter(end -> !now.isBefore(end)).isPresent()
        || disallowedSymbols.contains(symbol)
        || onlySymbols.filter(only -> !only.contains(symbol)).isPresent();
  }
}
