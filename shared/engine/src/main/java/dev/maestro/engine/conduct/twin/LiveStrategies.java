package dev.maestro.engine.conduct.twin;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.StrategyStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The strategies that trade in the books of the twin: those that are LIVE. What a person has set to
 * SHADOW or DISABLED trades in none of them, since that is no doing of Maestro.
 *
 * @param byName the strategies
 * @param doubtful strategies that said two things at once
 * @param unreadable strategies that also said something that cannot be read
 * @param equalShare of each agent, a fraction
 */
record LiveStrategies(
    Map<StrategyName, RegisteredStrategy> byName,
    Set<StrategyName> doubtful,
    Set<StrategyName> unreadable,
    BigDecimal equalShare,
    Instant now) {
  private static final int PLACES = 10;

  static LiveStrategies of(List<RegisteredStrategy> registered, CycleInput input) {
    Map<StrategyName, RegisteredStrategy> live = new HashMap<>();
    Set<String> agents = new TreeSet<>(input.funds().weights().keySet());
    for (RegisteredStrategy strategy : registered) {
      if (strategy.status() == StrategyStatus.LIVE) {
        live.put(StrategyName.of(strategy.id()), strategy);
        agents.add(strategy.agentId());
      }
    }
    Set<StrategyName> once = new HashSet<>();
    Set<StrategyName> doubtful = new HashSet<>();
    Set<StrategyName> unreadable = new HashSet<>();
    for (Signal signal : input.team().signals()) {
      if (signal.error().isPresent()) {
        unreadable.add(signal.strategy());
      } else if (signal.isLiveAt(input.occasion().now()) && !once.add(signal.strategy())) {
        doubtful.add(signal.strategy());
      }
    }
    return new LiveStrategies(
        live, doubtful, unreadable, equalShare(agents.size()), input.occasion().now());
  }

  private static BigDecimal equalShare(int agents) {
    return agents == 0
        ? BigDecimal.ZERO
        : BigDecimal.ONE.divide(BigDecimal.valueOf(agents), PLACES, RoundingMode.DOWN);
  }

  /** Whose signal it is, if it counts: readable, live, and the only one. */
  Optional<RegisteredStrategy> speaking(Signal signal) {
    return Optional.ofNullable(byName.get(signal.strategy()))
        .filter(strategy -> signal.isLiveAt(now) && !doubtful.contains(signal.strategy()));
  }

  /** True if its strategy may have meant the opposite, which only an exit need not care about. */
  boolean isUnclear(Signal signal) {
    return unreadable.contains(signal.strategy());
  }

  /** The strategies of the same agent. */
  Set<Holder> sharing(RegisteredStrategy strategy) {
    Set<Holder> sharing = new HashSet<>();
    for (RegisteredStrategy other : byName.values()) {
      if (other.agentId().equals(strategy.agentId())) {
        sharing.add(Holder.of(other.id()));
      }
    }
    return sharing;
  }
}
