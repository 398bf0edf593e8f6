package dev.maestro.engine.capital.sizing;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.SizingLimits;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether an entry has a price that can be believed. */
public final class PriceCheck {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PriceCheck() {}

  /** The first refusal that applies of NO_PRICE, INVALID_SIGNAL, PRICE_COLLAR. */
  public static Optional<SizingCode> refusal(EntryTerms terms, SizingLimits limits) {
    Optional<BigDecimal> price = terms.entryPrice();
    if (price.isEmpty()) {
      return Optional.of(SizingCode.NO_PRICE);
    }
    if (price.get().signum() <= 0 || isStopWrong(terms, price.get())) {
      return Optional.of(SizingCode.INVALID_SIGNAL);
    }
    return isFarOff(terms, limits) ? Optional.of(SizingCode.PRICE_COLLAR) : Optional.empty();
  }

  private static boolean isStopWrong(EntryTerms terms, BigDecimal price) {
    return terms
        .stopPrice()
        .filter(
            stop ->
                terms.side() == OrderSide.BUY
                    ? stop.compareTo(price) >= 0
                    : stop.compareTo(price) <= 0)
        .isPresent();
  }

  /** |price - last| above price_collar_pct of last. */
  private static boolean isFarOff(EntryTerms terms, SizingLimits limits) {
    Optional<BigDecimal> last = terms.barPrice();
    if (terms.price().isEmpty() || last.isEmpty()) {
      return false;
    }
    BigDecimal distance = terms.price().get().subtract(last.get()).abs();
    BigDecimal most = last.get().multiply(limits.priceCollarPct());
    return distance.multiply(HUNDRED).compareTo(most) > 0;
  }
}
