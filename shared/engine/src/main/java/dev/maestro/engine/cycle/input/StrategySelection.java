package dev.maestro.engine.cycle.input;

import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.throttle.ThrottleMode;
import java.util.Set;

/** Which strategies may open positions. There is no default: whoever runs a cycle says it. */
public sealed interface StrategySelection {
  /** Every registered strategy: the meta controller is switched off. */
  record All() implements StrategySelection {}

  /** Only the selected ones, and those on probation at REDUCED at most. */
  record Only(Set<String> allowed, Set<String> probation) implements StrategySelection {
    /** Keeps its own sets. */
    public Only {
      allowed = Set.copyOf(allowed);
      probation = Set.copyOf(probation);
    }
  }

  /** True if the strategy may open positions. */
  default boolean permits(String strategy) {
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
  default ThrottleMode loosestMode(String strategy) {
    return this instanceof Only only && only.probation().contains(strategy)
        ? ThrottleMode.REDUCED
        : ThrottleMode.ACTIVE;
  }
}
