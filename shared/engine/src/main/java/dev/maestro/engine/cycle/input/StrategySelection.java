package dev.maestro.engine.cycle.input;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which strategies may open positions. There is no default: whoever runs a cycle says it. */
public sealed interface StrategySelection {
  /** Every registered strategy: the meta controller is switched off. */
  record All() implements StrategySelection {}

  /** Only the selected ones, and those on probation at REDUCED at most. */
  record Only(Set<StrategyId> allowed, Set<StrategyId> probation) implements StrategySelection {
    /** Keeps its own sets. */
    public Only {
      allowed = Set.copyOf(allowed);
      probation = Set.copyOf(probation);
    }

    /** Of ids as they were written; what can name no strategy selects none. */
    public static Only of(Collection<String> allowed, Collection<String> probation) {
      return new Only(ids(allowed), ids(probation));
    }

    private static Set<StrategyId> ids(Collection<String> texts) {
      return texts.stream()
          .map(StrategyId::of)
          .flatMap(Optional::stream)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** True if the strategy may open positions. */
  default boolean permits(StrategyId strategy) {
    return this instanceof All
        || (this instanceof Only only
            && (only.allowed().contains(strategy) || only.probation().contains(strategy)));
  }

  /** Whether a registered strategy may open positions, and if not, why. */
  default Admission admission(RegisteredStrategy strategy) {
    return switch (strategy.status()) {
      case DISABLED -> Admission.DISABLED;
      case SHADOW -> Admission.SHADOW;
      case LIVE ->
          !permits(strategy.id())
              ? Admission.NOT_SELECTED
              : loosestMode(strategy.id()) == ThrottleMode.ACTIVE
                  ? Admission.ADMITTED
                  : Admission.ON_PROBATION;
    };
  }

  /** The loosest mode that the strategy may have. */
  default ThrottleMode loosestMode(StrategyId strategy) {
    return this instanceof Only only && only.probation().contains(strategy)
        ? ThrottleMode.REDUCED
        : ThrottleMode.ACTIVE;
  }
}
