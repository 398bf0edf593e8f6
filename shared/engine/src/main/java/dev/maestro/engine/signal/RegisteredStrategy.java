package dev.maestro.engine.signal;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Uid;
import java.util.List;
import java.util.Optional;

/**
 * A strategy as its tenant registered it.
 *
 * @param agentId the key of its weight
 * @param uid whose journal its trades are in
 * @param regimeTags the known regimes it is made for
 * @param allowShorts true if it may open shorts
 * @param scaleIn true if it may add to what it holds
 * @param version of what speaks for it; empty: nobody said
 */
public record RegisteredStrategy(
    StrategyId id,
    String name,
    StrategyStatus status,
    Uid uid,
    String agentId,
    List<HealthRegime> regimeTags,
    boolean allowShorts,
    boolean scaleIn,
    Optional<StrategyVersion> version) {
  /** Keeps its own list, of known regimes. */
  public RegisteredStrategy {
    regimeTags = List.copyOf(regimeTags);
    new ConfigRules()
        .require(
            HealthRegime.known().containsAll(regimeTags),
            "regime_tags must be known regimes, got " + regimeTags)
        .check();
  }

  /** A live strategy with all defaults. */
  public static RegisteredStrategy live(StrategyId id, Uid uid) {
    return new RegisteredStrategy(
        id,
        id.value(),
        StrategyStatus.LIVE,
        uid,
        id.value(),
        List.of(),
        false,
        false,
        Optional.empty());
  }

  /** The same strategy in another status. */
  public RegisteredStrategy with(StrategyStatus other) {
    return new RegisteredStrategy(
        id, name, other, uid, agentId, regimeTags, allowShorts, scaleIn, version);
  }
}
