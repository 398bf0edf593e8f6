package dev.maestro.engine.meta.risk;

import dev.maestro.engine.meta.health.SystemHealth;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The figures of system health that are numbers, under their stored names. */
enum HealthFigure {
  DRAWDOWN_PCT("drawdown_pct"),
  WIN_RATE("winrate"),
  EQUITY_SLOPE("equity_slope_pct_per_day"),
  CONSECUTIVE_LOSSES("consecutive_losses"),
  DAYS_SINCE_PROFIT("days_since_profit");

  private final String key;

  HealthFigure(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  OptionalDouble of(SystemHealth health) {
    return switch (this) {
      case DRAWDOWN_PCT -> health.drawdownPct();
      case WIN_RATE -> health.winRate();
      case EQUITY_SLOPE -> health.equitySlopePctPerDay();
      case CONSECUTIVE_LOSSES -> asDouble(health.consecutiveLosses());
      case DAYS_SINCE_PROFIT -> asDouble(health.daysSinceProfit());
    };
  }

  private static OptionalDouble asDouble(OptionalInt count) {
    return count.isPresent() ? OptionalDouble.of(count.getAsInt()) : OptionalDouble.empty();
  }
}
