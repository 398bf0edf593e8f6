package dev.maestro.engine.meta.shown;

import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A global policy as it acts at a time: one that has expired is DEFENSIVE and allows nobody. */
public record ActingPolicy(GlobalPolicy policy, Instant now) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What it allows; shares as percent. */
  public static final View<ActingPolicy> VIEW =
      View.<ActingPolicy>empty()
          .with("risk_mode", shown -> shown.policy.modeAt(shown.now))
          .with("max_risk_per_trade_pct", shown -> percent(shown.limits().maxRiskPerTrade()))
          .with("max_positions", shown -> shown.limits().maxPositions())
          .with("min_confidence_pct", shown -> percent(shown.limits().minConfidence()))
          .with("max_daily_trades", shown -> shown.limits().maxDailyTrades())
          .with("active_strategies_count", shown -> shown.allowed().size())
          .with("allowed_strategies", ActingPolicy::allowed)
          .with("probation", ActingPolicy::probation)
          .with("updated_at", shown -> shown.policy.updatedAt())
          .with("expires_at", shown -> shown.policy.expiresAt());

  /** The health of a tenant, the win rate as percent; what is unknown is null. */
  public static final View<SystemHealth> HEALTH =
      View.<SystemHealth>empty()
          .with("drawdown_pct", SystemHealth::drawdownPct)
          .with("winrate_pct", health -> percent(health.winRate()))
          .with("equity_slope_pct_per_day", SystemHealth::equitySlopePctPerDay)
          .with("regime", SystemHealth::regime)
          .with("volatility", SystemHealth::volatility)
          .with("consecutive_losses", SystemHealth::consecutiveLosses)
          .with("days_since_profit", SystemHealth::daysSinceProfit);

  /** True if it stands no more. */
  public boolean isExpired() {
    return policy.isExpiredAt(now);
  }

  /** Ids that may open positions, best first. */
  public List<String> allowed() {
    return isExpired() ? List.of() : policy.allowedStrategies();
  }

  /** Ids that may open REDUCED positions, best first. */
  public List<String> probation() {
    return isExpired() ? List.of() : policy.probation();
  }

  /** The health that was found; that of an expired policy is not known any more. */
  public SystemHealth health() {
    return isExpired() ? SystemHealth.UNKNOWN : policy.health();
  }

  private ModeLimits limits() {
    return policy.limitsAt(now);
  }

  /** A fraction as percent, exact in decimals: 0.0075 is 0.75. */
  static BigDecimal percent(double fraction) {
    return BigDecimal.valueOf(fraction).multiply(HUNDRED);
  }

  /** The same of a fraction that may be unknown; an unknown one stays unknown. */
  static Optional<BigDecimal> percent(OptionalDouble fraction) {
    return fraction.isPresent() ? Optional.of(percent(fraction.getAsDouble())) : Optional.empty();
  }
}
