package dev.maestro.engine.capital;

import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What bounds the notional of one entry beside the policy. Percentages: 2 is 2 %.
 *
 * @param overfillTolerance a fraction, 0.02: so much more than its notional an entry may fill
 * @param priceCollarPct how far a signal's price may lie from the newest bar's, of that
 * @param minStopPct no stop distance counts as less, of the price
 * @param assumedStopPct the stop distance of an entry without a stop, of the price
 * @param maxSymbolExposurePct what one symbol may hold and reserve, of equity; empty is no bound
 * @param maxOrderNotional empty is no bound
 * @param minOrderNotional less is not worth an order
 */
public record SizingLimits(
    BigDecimal overfillTolerance,
    BigDecimal priceCollarPct,
    BigDecimal minStopPct,
    BigDecimal assumedStopPct,
    Optional<BigDecimal> maxSymbolExposurePct,
    Optional<Money> maxOrderNotional,
    Money minOrderNotional) {
  /** 0.02, 10 %, 0.25 %, 2 %, no bounds, 1.00. */
  public static final SizingLimits DEFAULTS =
      new SizingLimits(
          new BigDecimal("0.02"),
          BigDecimal.TEN,
          new BigDecimal("0.25"),
          BigDecimal.valueOf(2),
          Optional.empty(),
          Optional.empty(),
          Money.of("1"));

  /** Refuses limits that would turn a bound into none. */
  public SizingLimits {
    requireUpTo("overfill_tolerance", overfillTolerance, 1);
    requireUpTo("price_collar_pct", priceCollarPct, 100);
    requirePositive("min_stop_pct", minStopPct);
    requirePositive("assumed_stop_pct", assumedStopPct);
    maxSymbolExposurePct.ifPresent(pct -> requireNotBelowZero("max_symbol_exposure_pct", pct));
    maxOrderNotional.ifPresent(most -> requireNotBelowZero("max_order_notional", most.value()));
    requirePositive("min_order_notional", minOrderNotional.value());
  }

  /** 1 + the tolerance. */
  public BigDecimal overfillFactor() {
    return BigDecimal.ONE.add(overfillTolerance);
  }

  private static void requireUpTo(String name, BigDecimal limit, int most) {
    if (limit.signum() < 0 || limit.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new IllegalArgumentException(
          name + " must be from 0 to " + most + ", got " + limit.toPlainString());
    }
  }

  private static void requireNotBelowZero(String name, BigDecimal limit) {
    if (limit.signum() < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, got " + limit);
    }
  }

  private static void requirePositive(String name, BigDecimal limit) {
    if (limit.signum() <= 0) {
      throw new IllegalArgumentException(name + " must be above 0, got " + limit);
    }
  }
}
