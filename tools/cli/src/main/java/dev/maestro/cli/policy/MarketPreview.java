package dev.maestro.cli.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputsForm;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a profile does in one state of the market on an untouched account: no losses, nothing open,
 * no costs; under its global policy. Computed by the rules themselves.
 */
record MarketPreview(
    Regime regime, Direction direction, Volatility volatility, TradingPolicy policy) {
  private static final Fields UNTOUCHED =
      Fields.EMPTY
          .with("daily_pnl_pct", 0)
          .with("current_drawdown_pct", 0)
          .with("losing_streak", 0)
          .with("open_trades_count", 0)
          .with("total_exposure_pct", 0);

  /** Every regime, trends in every direction, in NORMAL and in HIGH volatility. */
  static List<MarketPreview> of(ProfileInForce inForce) {
    List<MarketPreview> previews = new ArrayList<>();
    for (Regime regime : Regime.values()) {
      for (Direction direction : directions(regime)) {
        for (Volatility volatility : List.of(Volatility.NORMAL, Volatility.HIGH)) {
          previews.add(of(inForce, regime, direction, volatility));
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
      ProfileInForce inForce, Regime regime, Direction direction, Volatility volatility) {
    Fields market =
        Fields.EMPTY
            .with("regime", regime.name())
            .with("direction", direction.name())
            .with("volatility", volatility.name())
            .with("risk_state", UNTOUCHED.values());
    Fields inputs =
        inForce
            .global()
            .map(global -> market.with("global_policy", global.values()))
            .orElse(market);
    PolicySettings settings =
        new PolicySettings(
            inForce.resolved().profile(), inForce.global().isPresent(), SymbolsDefault.ALLOW);
    TradingPolicy policy =
        PolicyEngine.evaluate(PolicyInputsForm.read(inputs), settings, Instant.EPOCH);
    return new MarketPreview(regime, direction, volatility, policy);
  }

  private static List<Direction> directions(Regime regime) {
    return regime == Regime.TRENDING ? List.of(Direction.values()) : List.of(Direction.NONE);
  }
}
