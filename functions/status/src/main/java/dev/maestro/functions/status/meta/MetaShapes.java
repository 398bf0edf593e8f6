package dev.maestro.functions.status.meta;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.Selection;
import dev.maestro.functions.status.shape.Shape;
import java.util.Arrays;

/** What the meta controller answers. */
public final class MetaShapes {
  private static final Shape UNKNOWN = Shape.NUMBER.orNull().says("null: unknown");
  private static final Shape COUNT = Shape.WHOLE.orNull().says("null: unknown");
  private static final Shape IDS = Shape.list(Shape.TEXT);
  private static final Shape MODE = Shape.word(RiskMode.class);
  private static final Shape REGIME = Shape.word(HealthRegime.class);
  private static final Shape VOLATILITY = Shape.word(Volatility.class);

  private static final Shape HEALTH_FIGURES =
      Shape.object()
          .has("drawdown_pct", UNKNOWN)
          .has("winrate_pct", UNKNOWN)
          .has("equity_slope_pct_per_day", UNKNOWN)
          .has("regime", REGIME)
          .has("volatility", VOLATILITY)
          .has("consecutive_losses", COUNT)
          .has("days_since_profit", COUNT);

  /** What a global policy allows. */
  static final Shape POLICY =
      Shape.object()
          .has("risk_mode", MODE)
          .has("max_risk_per_trade_pct", Shape.NUMBER)
          .has("max_positions", Shape.WHOLE)
          .has("min_confidence_pct", Shape.NUMBER)
          .has("max_daily_trades", Shape.WHOLE)
          .has("active_strategies_count", Shape.WHOLE)
          .has("allowed_strategies", IDS)
          .has("probation", IDS.says("May open REDUCED positions at most"))
          .has("updated_at", Shape.TIME)
          .has("expires_at", Shape.TIME);

  private static final Shape CONFIG =
      Shape.object()
          .has("enabled", Shape.FLAG)
          .has("evaluation_interval_minutes", Shape.WHOLE)
          .has("allow_shorts", Shape.FLAG)
          .has("slope_days", Shape.WHOLE)
          .has("upgrade_confirmations", Shape.WHOLE)
          .has("max_strategies", Shape.WHOLE)
          .has("min_strategies", Shape.WHOLE)
          .has("probation_slots", Shape.WHOLE);

  /** {@code GET status}. */
  public static final Shape STATUS =
      Shape.object()
          .has("status", Shape.oneOf("active", "inactive"))
          .has("policy", POLICY.orNull())
          .has("not_selected", IDS)
          .has("system_health", HEALTH_FIGURES)
          .has("available_strategies", IDS)
          .has("controller_config", CONFIG.orNull());

  /** {@code GET history}. */
  public static final Shape HISTORY =
      Shape.object()
          .has("total_records", Shape.WHOLE.says("All that are kept"))
          .has(
              "history",
              Shape.list(
                  POLICY
                      .has("system_health", HEALTH_FIGURES)
                      .has("reasons", Shape.list(Shape.TEXT))
                      .has("warnings", Shape.list(Shape.word(Selection.Warning.class)))
                      .or(Shape.unreadable("id"))))
          .has(
              "mode_changes",
              Shape.list(
                      Shape.object()
                          .has("from_mode", MODE)
                          .has("to_mode", MODE)
                          .has("timestamp", Shape.TIME)
                          .has("trigger", Shape.TEXT))
                  .says("Of this page"))
          .has("current_mode", MODE.orNull())
          .has("next", Shape.TEXT.orNull());

  /** {@code GET health}. */
  public static final Shape HEALTH =
      Shape.object()
          .has("status", Shape.oneOf("good", "warning", "unknown", "critical"))
          .has("expired", Shape.FLAG)
          .has(
              "metrics",
              Shape.object()
                  .has(
                      "drawdown", judged("good", "warning", "critical").has("current_pct", UNKNOWN))
                  .has(
                      "winrate",
                      judged("excellent", "good", "warning", "critical")
                          .has("current_pct", UNKNOWN))
                  .has(
                      "equity_trend",
                      judged("bullish", "flat", "bearish").has("slope_pct_per_day", UNKNOWN))
                  .has(
                      "market_regime",
                      Shape.object().has("regime", REGIME).has("volatility", VOLATILITY))
                  .has(
                      "risk_signals",
                      judged("ok", "warning", "critical")
                          .has("consecutive_losses", COUNT)
                          .has("days_since_profit", COUNT)))
          .has("timestamp", Shape.TIME.orNull().says("When it was evaluated"));

  /** {@code GET strategies}. */
  public static final Shape RANKING =
      Shape.object()
          .has("total_strategies", Shape.WHOLE)
          .has("rankings", Shape.list(ranked()).says("Best first"))
          .has("current_regime", REGIME)
          .has("evaluation_period_days", Shape.WHOLE)
          .has("trades_up_to", Shape.TIME.orNull().says("Null: no trade is known"))
          .has("timestamp", Shape.TIME);

  private MetaShapes() {}

  private static Shape ranked() {
    Shape metrics =
        Shape.object()
            .has("profit_factor", UNKNOWN)
            .has("winrate_pct", UNKNOWN)
            .has("avg_R_multiple", UNKNOWN)
            .has("total_trades", Shape.WHOLE)
            .has("max_drawdown_pct", UNKNOWN)
            .has("total_pnl", Shape.TEXT);
    Shape parts =
        Shape.object()
            .has("profit_factor", Shape.NUMBER)
            .has("winrate", Shape.NUMBER)
            .has("drawdown", Shape.NUMBER)
            .has("trades", Shape.NUMBER)
            .has("regime", Shape.NUMBER);
    return Shape.object()
        .has("strategy_id", Shape.TEXT)
        .has("strategy_name", Shape.TEXT)
        .has("score", UNKNOWN)
        .has("currently_active", Shape.FLAG)
        .has("on_probation", Shape.FLAG)
        .has("eligible", Shape.FLAG.orNull())
        .has("on_paper", COUNT)
        .has("metrics", metrics.orNull())
        .has("score_breakdown", parts.orNull())
        .has(
            "regime_compatibility",
            Shape.object().has("regime_tags", Shape.list(REGIME)).has("matches", Shape.FLAG));
  }

  private static Shape judged(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "unknown";
    return Shape.object()
        .has("status", Shape.oneOf(all))
        .has("thresholds", Shape.map(Shape.NUMBER));
  }
}
