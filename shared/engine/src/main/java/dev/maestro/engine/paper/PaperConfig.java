package dev.maestro.engine.paper;

import dev.maestro.engine.config.ConfigRules;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The parameters of the broker on paper.
 *
 * @param slippageBps basis points by which market orders and stops fill worse, 0 to 1000
 * @param feeBps basis points of the notional that every fill costs, 0 to 1000
 * @param orderMinutes an order that has not filled by then ends with nothing, 1 to 10080
 * @param assumedStopPct the stop distance of an entry without a stop, in percent of its price
 */
public record PaperConfig(
    BigDecimal slippageBps, BigDecimal feeBps, int orderMinutes, BigDecimal assumedStopPct) {
  private static final BigDecimal MOST_BPS = BigDecimal.valueOf(1000);
  private static final int WEEK_MINUTES = 7 * 24 * 60;

  /** 5, 0, 60, 2 %. */
  public static final PaperConfig DEFAULTS =
      new PaperConfig(BigDecimal.valueOf(5), BigDecimal.ZERO, 60, BigDecimal.valueOf(2));

  /** Refuses what would pay the trader for trading, and orders that never end. */
  public PaperConfig {
    new ConfigRules()
        .require(isCost(slippageBps), "slippage_bps must be from 0 to 1000, got " + slippageBps)
        .require(isCost(feeBps), "fee_bps must be from 0 to 1000, got " + feeBps)
        .within("order_minutes", orderMinutes, 1, WEEK_MINUTES)
        .check();
    if (assumedStopPct.signum() <= 0) {
      throw new IllegalArgumentException("assumed_stop_pct must be above 0, got " + assumedStopPct);
    }
  }

  /** The same with another distance of stops. */
  public PaperConfig withAssumedStop(BigDecimal pct) {
    return new PaperConfig(slippageBps, feeBps, orderMinutes, pct);
  }

  /** How long an order works. */
  public Duration orderTime() {
    return Duration.ofMinutes(orderMinutes);
  }

  private static boolean isCost(BigDecimal bps) {
    return bps.signum() >= 0 && bps.compareTo(MOST_BPS) <= 0;
  }
}
