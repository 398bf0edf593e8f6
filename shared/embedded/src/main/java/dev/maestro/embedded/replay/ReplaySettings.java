package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.scheme.ReplayScheme;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.weights.WeightsConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a record is walked.
 *
 * @param schemes side by side; EQUAL is always among them
 * @param weights the section of a configuration; its scheme does not count
 * @param costBps basis points of what is bought or sold, 0 to 1000
 * @param isDaily false: rows are longer than days, and nobody can be throttled by days
 */
public record ReplaySettings(
    List<ReplayScheme> schemes,
    Fields weights,
    ThrottleConfig throttle,
    EvidenceConfig evidence,
    double costBps,
    boolean isDaily) {

  /** Checks the range, and puts the schemes in order. */
  public ReplaySettings {
    new ConfigRules()
        .require(costBps >= 0 && costBps <= 1000, "cost-bps must be from 0 to 1000, got " + costBps)
        .check();
    Set<ReplayScheme> ordered = EnumSet.of(ReplayScheme.EQUAL);
    ordered.addAll(schemes);
    schemes = List.copyOf(ordered);
  }

  /** All schemes under a configuration of nothing but defaults. */
  public static ReplaySettings defaults(boolean isDaily) {
    return new ReplaySettings(
        List.of(ReplayScheme.values()),
        Fields.EMPTY,
        ThrottleConfig.DEFAULTS,
        EvidenceConfig.DEFAULTS,
        5,
        isDaily);
  }

  /** The share that stays in equal weights. */
  public double sleeve() {
    return WeightsConfig.of(weights).scheme().floorSleeve().doubleValue();
  }

  /** The throttles that can be told apart on such rows. */
  public List<ReplayThrottle> throttles() {
    return isDaily ? List.of(ReplayThrottle.values()) : List.of(ReplayThrottle.OFF);
  }
}
