package dev.maestro.engine.paper;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What rests beside a position to close it.
 *
 * @param stop where it is given up
 * @param target where its profit is taken
 * @param trail how far a stop follows the best close, in the symbol's currency
 * @param best the best close since it was opened; at first the price that it was opened at
 */
public record Guard(
    Optional<BigDecimal> stop,
    Optional<BigDecimal> target,
    Optional<BigDecimal> trail,
    BigDecimal best) {
  private static final BigDecimal TREND_FACTOR = BigDecimal.valueOf(3);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PLACES = 10;

  /**
   * The guard of what an entry opened. Its stop rests in every mode. FAST_TP adds a target at 1 x
   * the stop distance; TREND_FOLLOW a stop that trails the best close by 3 x, DEFENSIVE_TRAIL by 1
   * x. The distance is the planned one, as a fraction of the price that was paid.
   */
  public static Guard of(
      OrderSide opened, BigDecimal paid, PlannedPrice planned, ExitMode mode, PaperConfig config) {
    BigDecimal fraction =
        planned
            .stopDistance()
            .filter(distance -> distance.signum() > 0)
            .orElseGet(() -> config.assumedStopPct().divide(HUNDRED));
    BigDecimal distance = fraction.multiply(paid).setScale(PLACES, RoundingMode.HALF_EVEN);
    BigDecimal profit = distance.multiply(BigDecimal.valueOf(opened.sign()));
    return switch (mode) {
      case FAST_TP -> new Guard(planned.stop(), positive(paid.add(profit)), Optional.empty(), paid);
      case TREND_FOLLOW ->
          new Guard(
              planned.stop(), Optional.empty(), Optional.of(distance.multiply(TREND_FACTOR)), paid);
      case DEFENSIVE_TRAIL ->
          new Guard(planned.stop(), Optional.empty(), Optional.of(distance), paid);
    };
  }

  /** The tighter one of both stops; empty without any. */
  public Optional<BigDecimal> stopLevel(OrderSide opened) {
    BigDecimal sign = BigDecimal.valueOf(opened.sign());
    Optional<BigDecimal> trailing =
        trail.flatMap(distance -> positive(best.subtract(distance.multiply(sign))));
    if (stop.isEmpty() || trailing.isEmpty()) {
      return stop.or(() -> trailing);
    }
    return Optional.of(
        opened == OrderSide.BUY ? stop.get().max(trailing.get()) : stop.get().min(trailing.get()));
  }

  /** The same after a bar closed. */
  public Guard after(OrderSide opened, BigDecimal close) {
    BigDecimal better = opened == OrderSide.BUY ? best.max(close) : best.min(close);
    return new Guard(stop, target, trail, better);
  }

  private static Optional<BigDecimal> positive(BigDecimal price) {
    return Optional.of(price).filter(level -> level.signum() > 0);
  }
}
