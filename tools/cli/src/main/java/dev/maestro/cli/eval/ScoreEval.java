package dev.maestro.cli.eval;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.selection.StrategyScore;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code eval score}: the figures of one strategy and the current regime. */
final class ScoreEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    StrategyScore score =
        StrategyScore.of(
            MetaInput.strategy(input),
            MetaInput.word(input, "current_regime", HealthRegime.UNKNOWN));
    Map<String, Object> breakdown = new LinkedHashMap<>();
    breakdown.put("profit_factor_score", score.profitFactor());
    breakdown.put("winrate_score", score.winRate());
    breakdown.put("drawdown_score", score.drawdown());
    breakdown.put("volume_score", score.volume());
    breakdown.put("regime_bonus", score.regimeBonus());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("score", score.total());
    result.put("score_breakdown", breakdown);
    return result;
  }
}
