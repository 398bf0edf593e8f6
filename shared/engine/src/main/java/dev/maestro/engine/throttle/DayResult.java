package dev.maestro.engine.throttle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One closed day of a strategy, UTC; today is never one.
 *
 * @param realizedPnl sum over the trades closed that day, account currency
 * @param unrealizedPnl mark of the open positions at its end, 0 without one; empty: unknown, which
 *     is not 0
 * @param capitalBase capital at its start, above 0; empty: the tenant's base capital
 */
public record DayResult(
    LocalDate date,
    BigDecimal realizedPnl,
    Optional<BigDecimal> unrealizedPnl,
    Optional<BigDecimal> capitalBase) {

  /** Refuses a capital base that nothing can be divided by. */
  public DayResult {
    if (capitalBase.filter(base -> base.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "capital_base of " + date + " must be above 0, got " + capitalBase.get());
    }
  }

  /**
   * A day of which nothing was written: nothing was closed. What was open the day before may be
   * open or not, so its mark is unknown unless nothing was.
   */
  static DayResult idle(LocalDate date, DayResult before) {
    return new DayResult(
        date,
        BigDecimal.ZERO,
        before.unrealizedPnl().filter(mark -> mark.signum() == 0),
        Optional.empty());
  }
}
