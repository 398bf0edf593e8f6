package dev.maestro.engine.meta.shown;

import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.health.SystemHealth;
import java.time.Instant;
import java.util.Optional;

/**
 * The health of a tenant with what is said of each figure: as the last evaluation found it, and
 * unknown once its policy has expired, for nobody looks any more.
 *
 * @param policy of the last evaluation; empty: there is none that can be read
 */
public record HealthReport(Optional<ActingPolicy> policy) {
  private static final View<SystemHealth> METRICS =
      View.<SystemHealth>empty()
          .with("drawdown", HealthReport::drawdown)
          .with("winrate", HealthReport::winRate)
          .with("equity_trend", HealthReport::trend)
          .with("market_regime", HealthReport::market)
          .with("risk_signals", HealthReport::riskSignals);

  private static final View<HealthReport> VIEW =
      View.<HealthReport>empty()
          .with("status", report -> status(report.health()).word())
          .with("expired", HealthReport::isExpired)
          .with("metrics", report -> METRICS.write(report.health()))
          .with("timestamp", report -> report.evaluatedAt());

  /** For programs. */
  public Written written() {
    return VIEW.written(this);
  }

  private SystemHealth health() {
    return policy.map(ActingPolicy::health).orElse(SystemHealth.UNKNOWN);
  }

  private boolean isExpired() {
    return policy.filter(known -> !known.isExpired()).isEmpty();
  }

  private Optional<Instant> evaluatedAt() {
    return policy.map(known -> known.policy().updatedAt());
  }

  /** The worst of what is judged; the regime is a word that judges nothing. */
  private static HealthWord status(SystemHealth health) {
    return HealthWord.worst(
        HealthWord.ofDrawdown(health.drawdownPct()),
        HealthWord.ofWinRate(health.winRate()),
        HealthWord.ofSlope(health.equitySlopePctPerDay()),
        HealthWord.ofLosses(health.consecutiveLosses()));
  }

  private static Written drawdown(SystemHealth health) {
    return Written.of("current_pct", health.drawdownPct())
        .with(
            "thresholds",
            Written.of("warning", HealthWord.DRAWDOWN_WARNING)
                .with("critical", HealthWord.DRAWDOWN_CRITICAL)
                .with("defensive", HealthWord.DRAWDOWN_DEFENSIVE))
        .with("status", HealthWord.ofDrawdown(health.drawdownPct()).word());
  }

  private static Written winRate(SystemHealth health) {
    return Written.of("current_pct", ActingPolicy.percent(health.winRate()))
        .with(
            "thresholds",
            Written.of("excellent", HealthWord.WIN_RATE_EXCELLENT)
                .with("good", HealthWord.WIN_RATE_GOOD)
                .with("warning", HealthWord.WIN_RATE_WARNING))
        .with("status", HealthWord.ofWinRate(health.winRate()).word());
  }

  private static Written trend(SystemHealth health) {
    return Written.of("slope_pct_per_day", health.equitySlopePctPerDay())
        .with(
            "thresholds",
            Written.of("bullish", HealthWord.TREND).with("bearish", -HealthWord.TREND))
        .with("status", HealthWord.ofSlope(health.equitySlopePctPerDay()).word());
  }

  private static Written market(SystemHealth health) {
    return Written.of("regime", health.regime()).with("volatility", health.volatility());
  }

  private static Written riskSignals(SystemHealth health) {
    return Written.of("consecutive_losses", health.consecutiveLosses())
        .with("days_since_profit", health.daysSinceProfit())
        .with(
            "thresholds",
            Written.of("warning", HealthWord.LOSSES_WARNING)
                .with("critical", HealthWord.LOSSES_CRITICAL))
        .with("status", HealthWord.ofLosses(health.consecutiveLosses()).word());
  }
}
