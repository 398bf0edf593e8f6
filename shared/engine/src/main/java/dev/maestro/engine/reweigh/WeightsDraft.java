package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.reweigh.day.DayWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import dev.maestro.engine.weights.WeightsScheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a user's performance document is to say next.
 *
 * @param tenantId whose weights they are; empty: the user's own, as no tenant can have that name
 * @param reread the agents whose windows were read from the journal just now, while it may have
 *     gone on; an empty set: everybody's; empty: nobody's
 */
record WeightsDraft(
    Optional<TenantId> tenantId,
    WeightsConfig config,
    AgentWindows windows,
    Optional<Set<String>> reread) {
  /** This draft, unless the store says the same already, and nothing has to move today. */
  Optional<WeightsDraft> unlessStored(LoadedPerformance loaded, Instant now) {
    return isStored(loaded) && isSettled(loaded, now) ? Optional.empty() : Optional.of(this);
  }

  /** The same; and where nothing is stored, having nothing to say is the same, too. */
  Optional<WeightsDraft> unlessNothing(LoadedPerformance loaded, Instant now) {
    boolean isNew = loaded.updatedAt().isEmpty() && loaded.revision() == 0;
    return isNew && isEmpty() ? Optional.empty() : unlessStored(loaded, now);
  }

  /** True if these weights are in force, as far as the day lets them. */
  private boolean isSettled(LoadedPerformance loaded, Instant now) {
    return config.scheme().maxDailyChange().compareTo(BigDecimal.ONE) >= 0
        || weighed(loaded, now)
            .kept()
            .map(DayWeights::now)
            .equals(loaded.daily().map(DayWeights::now));
  }

  private DayWeights.Limited weighed(LoadedPerformance loaded, Instant now) {
    return DayWeights.limited(
        loaded.daily(), WeightsEngine.weigh(windows.byAgent(), config), config, time(loaded, now));
  }

  /** Never before the revision before. */
  private static Instant time(LoadedPerformance loaded, Instant now) {
    return loaded.computedAt().filter(now::isBefore).orElse(now);
  }

  private boolean isStored(LoadedPerformance loaded) {
    return loaded.tenantId().equals(tenantId)
        && loaded.config().filter(stored -> isSame(stored, config)).isPresent()
        && loaded.windows().filter(windows::hasSameValues).isPresent();
  }

  private boolean isEmpty() {
    return windows.byAgent().isEmpty() && windows.rejections().isEmpty();
  }

  /**
   * The revision that follows the state that was read.
   *
   * @throws RefusedByStoreException if the windows are too large for a document
   */
  WeightsCommit commit(Uid uid, LoadedPerformance loaded, Cause cause, Instant now) {
    int agents = Math.max(windows.byAgent().size(), config.agentIds().size());
    if (agents * config.lookbackTrades() > AgentWindows.MAX_TRADES) {
      throw new RefusedByStoreException(
          "agents x lookback_trades must be at most "
              + AgentWindows.MAX_TRADES
              + ", got "
              + agents
              + " x "
              + config.lookbackTrades()
              + ": lower lookback_trades or name fewer agents in agent_ids");
    }
    DayWeights.Limited weighed = weighed(loaded, now);
    return new WeightsCommit(
        uid,
        loaded.updatedAt(),
        tenantId,
        loaded.revision() + 1,
        config,
        windows,
        weighed.weights(),
        weighed.kept(),
        cause,
        time(loaded, now));
  }

  private static boolean isSame(WeightsConfig one, WeightsConfig other) {
    return plain(one).equals(plain(other));
  }

  private static WeightsConfig plain(WeightsConfig config) {
    return new WeightsConfig(
        config.agentIds(),
        config.lookbackTrades(),
        plain(config.riskFreeRate()),
        plain(config.minFloorWeight()),
        config.enforcePerformance(),
        plain(config.temperature()),
        plain(config.maxWeight()),
        config.minTrades(),
        plain(config.maxSharpe()),
        new WeightsScheme(
            config.scheme().score(),
            config.scheme().clones(),
            plain(config.scheme().floorSleeve()),
            plain(config.scheme().maxDailyChange())));
  }

  private static BigDecimal plain(BigDecimal decimal) {
    return decimal.stripTrailingZeros();
  }
}
