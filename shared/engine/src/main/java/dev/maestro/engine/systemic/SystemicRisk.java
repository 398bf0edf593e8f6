package dev.maestro.engine.systemic;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.Signal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the strategies see the market break.
 *
 * @param sells registered strategies whose raw, fresh signal is SELL or CLOSE_ALL
 * @param threshold from so many sells on it is systemic
 */
public record SystemicRisk(int sells, int threshold) {
  /**
   * Counts before any gate.
   *
   * @param signals the fresh signals of registered strategies, one each; error HOLDs are no sells
   * @param shadowed strategies in SHADOW_MODE
   */
  public static SystemicRisk detect(
      Collection<Signal> signals, Set<StrategyId> shadowed, SystemicConfig config) {
    long sells =
        signals.stream()
            .filter(Signal::isSelling)
            .filter(
                s ->
                    config.countShadowSignals()
                        || s.strategy().id().filter(shadowed::contains).isEmpty())
            .map(Signal::strategy)
            .distinct()
            .count();
    return new SystemicRisk((int) sells, config.sellThreshold());
  }

  /** True if every BUY entry is to be overridden. */
  public boolean isDetected() {
    return sells >= threshold;
  }

  /** Why a signal was overridden. */
  public String overrideReason() {
    return "Maestro systemic risk override: " + sells + " strategies signaling SELL";
  }

  /**
   * The event for those who were not there; empty if there is none.
   *
   * @param overridden BUY entries that became HOLDs
   */
  public Optional<SystemicEvent> event(int overridden) {
    return isDetected()
        ? Optional.of(new SystemicEvent(sells, threshold, overridden))
        : Optional.empty();
  }
}
