package dev.maestro.engine.capital.intent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The prices on which an entry was reckoned; an exit has none.
 *
 * @param price at which it was sized
 * @param stop where it would be given up
 */
public record PlannedPrice(Optional<BigDecimal> price, Optional<BigDecimal> stop) {
  /** Of an exit. */
  public static final PlannedPrice NONE = new PlannedPrice(Optional.empty(), Optional.empty());

  private static final MathContext FRACTION = new MathContext(20, RoundingMode.HALF_EVEN);

  /** The distance of the stop, as a fraction of the price; empty without a stop. */
  public Optional<BigDecimal> stopDistance() {
    return price.flatMap(at -> stop.map(given -> at.subtract(given).abs().divide(at, FRACTION)));
  }
}
