package dev.maestro.cli.eval.meta;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.selection.StrategyScore;

/** {@code eval score}: the figures of one strategy and the current regime. */
public final class ScoreEval {
  private static final View<StrategyScore> BREAKDOWN =
      View.<StrategyScore>empty()
          .with("profit_factor_score", StrategyScore::profitFactor)
          .with("winrate_score", StrategyScore::winRate)
          .with("drawdown_score", StrategyScore::drawdown)
          .with("volume_score", StrategyScore::volume)
          .with("regime_bonus", StrategyScore::regimeBonus);

  private static final View<StrategyScore> RESULT =
      View.<StrategyScore>empty()
          .with("score", StrategyScore::total)
          .with("score_breakdown", BREAKDOWN::write);

  public static Written evaluate(Fields input) {
    HealthRegime regime = input.get("current_regime", MetaInput.REGIME, HealthRegime.UNKNOWN);
    return RESULT.written(StrategyScore.of(MetaInput.strategy(input), regime));
  }
}
