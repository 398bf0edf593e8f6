package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.cycle.input.CycleInput.InFlight;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a tenant holds, and whose share of it is how large.
 *
 * @param account empty if it is missing or unreadable: no entries
 * @param weights capital share per agent, 0 to 1
 * @param inFlight entries that are reserved or claimed and not filled yet
 * @param knownNonces signals that already have their intent
 */
public record MoneyFacts(
    Optional<AccountState> account,
    SortedMap<String, BigDecimal> weights,
    Set<InFlight> inFlight,
    Set<String> knownNonces) {
  /** No account, no share, nothing on its way. */
  public static final MoneyFacts NONE =
      new MoneyFacts(Optional.empty(), Collections.emptySortedMap(), Set.of(), Set.of());

  /** The same with another state of the account. */
  public MoneyFacts withAccount(Optional<AccountState> other) {
    return new MoneyFacts(other, weights, inFlight, knownNonces);
  }

  /** The same with other shares. */
  public MoneyFacts withWeights(SortedMap<String, BigDecimal> shares) {
    return new MoneyFacts(account, shares, inFlight, knownNonces);
  }
}
