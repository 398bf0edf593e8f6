package dev.maestro.market;

import java.util.Optional;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;

/**
 * How strongly and in which direction prices move: Wilder (1978), "New Concepts in Technical
 * Trading Systems", section IV; all of them 0..100.
 *
 * @param adx strength, in no direction
 * @param plusDi upward movement
 * @param minusDi downward movement
 */
public record DirectionalMovement(double adx, double plusDi, double minusDi) {
  /** Bars in each average. */
  public static final int PERIOD = 14;

  /** One period to fill the averages and one to fill the average of those. */
  public static final int BARS_NEEDED = 2 * PERIOD;

  /** The newest movement, or empty with fewer than 28 bars. */
  public static Optional<DirectionalMovement> of(IndicatorBars bars) {
    if (bars.size() < BARS_NEEDED) {
      return Optional.empty();
    }
    return Optional.of(
        new DirectionalMovement(
            bars.newest(new ADXIndicator(bars.series(), PERIOD)),
            bars.newest(new PlusDIIndicator(bars.series(), PERIOD)),
            bars.newest(new MinusDIIndicator(bars.series(), PERIOD))));
  }

  /** True if +DI is over -DI; a tie is no upward movement. */
  public boolean isUpward() {
    return plusDi > minusDi;
  }
}
