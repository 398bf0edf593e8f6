package dev.maestro.engine.meta.selection;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.NineDecimals;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with its score.
 *
 * @param comparableScore the total at 9 decimals, which ranks and decides
 */
public record RankedStrategy(
    StrategyCandidate strategy, StrategyScore score, double comparableScore) {

  private static final double ELIGIBLE_ABOVE = 0.30;

  private static final Comparator<RankedStrategy> BEST_FIRST =
      Comparator.comparingDouble(RankedStrategy::comparableScore)
          .reversed()
          .thenComparing(RankedStrategy::id);

  /**
   * Ranks candidates by score, ties by id, whatever their order.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static List<RankedStrategy> rank(
      Collection<StrategyCandidate> candidates, HealthRegime regime) {
    long ids = candidates.stream().map(StrategyCandidate::id).distinct().count();
    if (ids != candidates.size()) {
      throw new IllegalArgumentException(
          "strategy ids must be distinct, got " + ids + " for " + candidates.size());
    }
    return candidates.stream().map(strategy -> of(strategy, regime)).sorted(BEST_FIRST).toList();
  }

  /** The strategy's id. */
  public StrategyId id() {
    return strategy.id();
  }

  /** True with at least 10 trades and a score above 0.30. */
  public boolean isEligible() {
    return strategy.isProven() && comparableScore > ELIGIBLE_ABOVE;
  }

  private static RankedStrategy of(StrategyCandidate strategy, HealthRegime regime) {
    StrategyScore score = StrategyScore.of(strategy, regime);
    return new RankedStrategy(strategy, score, NineDecimals.round(score.total()));
  }
}
