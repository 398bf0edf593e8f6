package dev.maestro.engine.meta;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.selection.SelectionRules;
import java.time.Duration;

/**
 * The settings of the controller; immutable and valid.
 *
 * @param enabled false: the policy engine works without a global policy
 * @param evaluationIntervalMinutes 5..1440, from slot to slot
 * @param allowShorts true: a falling market is an opportunity
 * @param slopeDays daily points of the equity slope, 2..30
 * @param upgradeConfirmations evaluations in a row for a looser mode, 1..10
 * @param maxStrategies in any mode, 0..100; the mode's own limit holds besides
 * @param minStrategies fewer eligible ones are a warning, 0..100
 * @param probationSlots most strategies on probation, 0..100
 */
public record MetaConfig(
    boolean enabled,
    int evaluationIntervalMinutes,
    boolean allowShorts,
    int slopeDays,
    int upgradeConfirmations,
    int maxStrategies,
    int minStrategies,
    int probationSlots) {

  /** All defaults. */
  public static final MetaConfig DEFAULTS = of(Fields.EMPTY);

  private static final Duration SHORTEST_LIFETIME = Duration.ofHours(1);

  /** Checks every range. */
  public MetaConfig {
    new ConfigRules()
        .within("evaluation_interval_minutes", evaluationIntervalMinutes, 5, 1440)
        .within("slope_days", slopeDays, 2, 30)
        .within("upgrade_confirmations", upgradeConfirmations, 1, RiskMemory.MOST_CONFIRMATIONS)
        .within("max_strategies", maxStrategies, 0, 100)
        .within("min_strategies", minStrategies, 0, 100)
        .within("probation_slots", probationSlots, 0, 100)
        .check();
  }

  /**
   * Reads a configuration.
   *
   * @param values by the names of the specification: {@code allow_shorts}, {@code slope_days}, ...
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static MetaConfig of(Fields values) {
    return MetaConfigForm.read(values);
  }

  /** The time from one evaluation to the next. */
  public Duration evaluationInterval() {
    return Duration.ofMinutes(evaluationIntervalMinutes);
  }

  /** How long a policy stands: an hour, or two intervals if that is longer. */
  public Duration policyLifetime() {
    Duration twoIntervals = evaluationInterval().multipliedBy(2);
    return twoIntervals.compareTo(SHORTEST_LIFETIME) > 0 ? twoIntervals : SHORTEST_LIFETIME;
  }

  /** How many strategies may trade. */
  public SelectionRules selectionRules() {
    return new SelectionRules(maxStrategies, minStrategies, probationSlots);
  }
}
