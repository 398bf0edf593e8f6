package dev.maestro.engine.meta.selection;

import dev.maestro.engine.name.StrategyId;
import java.util.List;

/**
 * Which strategies may trade; an empty list means none.
 *
 * @param ranking all candidates, best first
 * @param allowed ids, best first
 * @param probation ids with too few trades to judge, best first; none of them is in allowed, and
 *     none trades more than REDUCED
 */
public record Selection(
    List<RankedStrategy> ranking,
    List<StrategyId> allowed,
    List<StrategyId> probation,
    List<Warning> warnings) {

  /** What a person should know about a selection. */
  public enum Warning {
    /** Fewer eligible strategies than min_strategies, zero included. */
    LOW_DIVERSITY
  }

  /** Keeps its own lists. */
  public Selection {
    ranking = List.copyOf(ranking);
    allowed = List.copyOf(allowed);
    probation = List.copyOf(probation);
    warnings = List.copyOf(warnings);
  }

  /**
   * Takes the top of the eligible, then lets the unproven into the room that is left.
   *
   * @param ranking best first
   * @param modeLimit most strategies that the risk mode lets trade
   */
  public static Selection of(List<RankedStrategy> ranking, int modeLimit, SelectionRules rules) {
    int limit = Math.min(modeLimit, rules.maxStrategies());
    List<StrategyId> eligible =
        ranking.stream().filter(RankedStrategy::isEligible).map(RankedStrategy::id).toList();
    List<StrategyId> allowed = eligible.subList(0, Math.min(limit, eligible.size()));
    List<StrategyId> probation =
        ranking.stream()
            .filter(ranked -> !ranked.strategy().isProven())
            .limit(Math.min(rules.probationSlots(), limit - allowed.size()))
            .map(RankedStrategy::id)
            .toList();
    List<Warning> warnings =
        eligible.size() < rules.minStrategies() ? List.of(Warning.LOW_DIVERSITY) : List.of();
    return new Selection(ranking, allowed, probation, warnings);
  }
}
