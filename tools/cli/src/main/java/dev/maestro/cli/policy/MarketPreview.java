package dev.maestro.cli.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputsForm;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a profile does in one state of the market on an untouched account: no losses, nothing open,
 * no costs, no global policy. Computed by the rules themselves.
 */
record MarketPreview(
    Regime regime, Direction direction, Volatility volatility, TradingPolicy policy) {
  private static final Map<String, Object> UNTOUCHED =
      Map.of(
          "daily_pnl_pct", 0,
          "current_drawdown_pct", 0,
          "losing_streak", 0,
          "open_trades_count", 0,
          "total_exposure_pct", 0);

  /** Every regime, trends in every direction, in NORMAL and in HIGH volatility. */
  static List<MarketPreview> of(Profile profile) {
    List<MarketPreview> previews = new ArrayList<>();
    for (Regime regime : Regime.values()) {
      for (Direction direction : directions(regime)) {
        for (Volatility volatility : List.of(Volatility.NORMAL, Volatility.HIGH)) {
          previews.add(of(profile, regime, direction, volatility));
        }
      }
    }
    return previews;
  }

  /** TRENDING UP, RANGING, ... */
  String market() {
    return directions(regime).size() == 1 ? regime.name() : regime + " " + direction;
  }

  private static MarketPreview of(
      Profile profile, Regime regime, Direction direction, Volatility volatility) {
    Map<String, Object> inputs =
        Map.of(
            "regime", regime.name(),
            "direction", direction.name(),
            "volatility", volatility.name(),
            "risk_state", UNTOUCHED);
    TradingPolicy policy =
        PolicyEngine.evaluate(
            PolicyInputsForm.read(Fields.of("", inputs)), PolicySettings.of(profile), Instant.EPOCH);
    return new MarketPreview(regime, direction, volatility, policy);
  }

  private static List<Direction> directions(Regime regime) {
    return regime == Regime.TRENDING ? List.of(Direction.values()) : List.of(Direction.NONE);
  }
}
