package dev.maestro.engine.meta.health;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.Volatility;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a tenant fares; an unknown figure is empty, never a number.
 *
 * @param drawdownPct fall from the running peak, percent, 0 or more
 * @param winRate a fraction 0..1
 * @param equitySlopePctPerDay percent per day, finite
 * @param consecutiveLosses 0 or more
 * @param daysSinceProfit whole days, 0 or more
 */
public record SystemHealth(
    OptionalDouble drawdownPct,
    OptionalDouble winRate,
    OptionalDouble equitySlopePctPerDay,
    OptionalInt consecutiveLosses,
    OptionalInt daysSinceProfit,
    HealthRegime regime,
    Volatility volatility) {

  /** Nothing is known. */
  public static final SystemHealth UNKNOWN =
      new SystemHealth(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          HealthRegime.UNKNOWN,
          Volatility.UNKNOWN);

  /** Checks the ranges. */
  public SystemHealth {
    require("drawdown_pct", drawdownPct, 0, Double.MAX_VALUE);
    require("winrate", winRate, 0, 1);
    require("equity_slope_pct_per_day", equitySlopePctPerDay, -Double.MAX_VALUE, Double.MAX_VALUE);
    require("consecutive_losses", consecutiveLosses);
    require("days_since_profit", daysSinceProfit);
  }

  /**
   * Health at a time.
   *
   * @param trades a win closed later than now counts as of now; empty: not all are known
   * @param equity empty: unknown
   * @param slopeDays daily points of the slope
   */
  public static SystemHealth of(
      Optional<RollingTrades> trades,
      Optional<EquityCurve> equity,
      MarketState market,
      int slopeDays,
      Instant now) {
    return new SystemHealth(
        equity.map(EquityCurve::drawdownPct).orElse(OptionalDouble.empty()),
        trades.map(RollingTrades::winRate).orElse(OptionalDouble.empty()),
        equity.map(curve -> curve.slopePctPerDay(slopeDays)).orElse(OptionalDouble.empty()),
        trades.map(known -> OptionalInt.of(known.consecutiveLosses())).orElse(OptionalInt.empty()),
        trades.map(known -> known.daysSinceProfit(now)).orElse(OptionalInt.empty()),
        market.regime(),
        market.volatility());
  }

  private static void require(String name, OptionalDouble value, double min, double max) {
    if (value.isPresent() && !(min <= value.getAsDouble() && value.getAsDouble() <= max)) {
      throw new IllegalArgumentException(
          name + " must be from " + min + " to " + max + ", got " + value.getAsDouble());
    }
  }

  private static void require(String name, OptionalInt value) {
    if (value.isPresent() && value.getAsInt() < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, got " + value.getAsInt());
    }
  }
}
