package dev.maestro.engine.meta.shown;

import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import dev.maestro.engine.meta.selection.StrategyScore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The LIVE strategies in the order in which an evaluation would take them now.
 *
 * @param candidates in any order
 * @param policy in force; empty: none that can be read
 * @param tradesUpTo trades closed before it count; empty: nobody knows which trades there are, and
 *     no figure is shown
 */
public record RankingReport(
    Collection<StrategyCandidate> candidates,
    Optional<ActingPolicy> policy,
    Optional<Instant> tradesUpTo,
    Instant now) {
  /** Days whose trades count. */
  private static final int DAYS = 30;

  private static final View<StrategyFigures> METRICS =
      View.<StrategyFigures>empty()
          .with("profit_factor", StrategyFigures::profitFactor)
          .with("winrate_pct", figures -> ActingPolicy.percent(figures.winRate()))
          .with("avg_R_multiple", StrategyFigures::averageR)
          .with("total_trades", StrategyFigures::trades)
          .with("max_drawdown_pct", StrategyFigures::maxDrawdownPct)
          .with("total_pnl", figures -> figures.totalPnl().toPlainString());

  private static final View<StrategyScore> PARTS =
      View.<StrategyScore>empty()
          .with("profit_factor", StrategyScore::profitFactor)
          .with("winrate", StrategyScore::winRate)
          .with("drawdown", StrategyScore::drawdown)
          .with("trades", StrategyScore::volume)
          .with("regime", StrategyScore::regimeBonus);

  /** For programs. */
  public Written written() {
    List<RankedStrategy> ranking = RankedStrategy.rank(candidates, regime());
    return Written.of("total_strategies", ranking.size())
        .with("rankings", ranking.stream().map(this::row).toList())
        .with("current_regime", regime())
        .with("evaluation_period_days", DAYS)
        .with("trades_up_to", tradesUpTo)
        .with("timestamp", now);
  }

  /** As the last evaluation found it. */
  private HealthRegime regime() {
    return policy.map(known -> known.health().regime()).orElse(HealthRegime.UNKNOWN);
  }

  private Written row(RankedStrategy ranked) {
    StrategyCandidate strategy = ranked.strategy();
    Optional<RankedStrategy> known = Optional.of(ranked).filter(any -> tradesUpTo.isPresent());
    return Written.of("strategy_id", ranked.id())
        .with("strategy_name", strategy.name())
        .with("score", known.map(RankedStrategy::comparableScore))
        .with("currently_active", isActive(ranked.id()))
        .with("on_probation", isOnProbation(ranked.id()))
        .with("eligible", known.map(RankedStrategy::isEligible))
        .with("on_paper", known.map(any -> any.strategy().onPaper()))
        .with("metrics", known.map(any -> METRICS.write(any.strategy().figures())))
        .with("score_breakdown", known.map(any -> PARTS.write(any.score())))
        .with(
            "regime_compatibility",
            Written.of("regime_tags", List.copyOf(strategy.regimeTags()))
                .with("matches", strategy.isMadeFor(regime())));
  }

  private boolean isActive(String id) {
    return policy.filter(known -> known.allowed().contains(id)).isPresent() || isOnProbation(id);
  }

  private boolean isOnProbation(String id) {
    return policy.filter(known -> known.probation().contains(id)).isPresent();
  }
}
