package dev.maestro.engine.policy.gather;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.MarketState;
import java.time.Duration;

/**
 * The market of the benchmark symbol; dated by the close of its newest bar.
 *
 * @param barLength above 0
 */
public record MarketReading(MarketState state, Duration barLength) {
  /** Checks the length. */
  public MarketReading {
    if (barLength.isZero() || barLength.isNegative()) {
      throw new IllegalArgumentException("a bar length must be above 0, got " + barLength);
    }
  }

  /** How old the newest bar may be: 3 bar lengths. */
  Duration maxAge() {
    return barLength.multipliedBy(BarHistory.FRESH_BAR_LENGTHS);
  }
}
