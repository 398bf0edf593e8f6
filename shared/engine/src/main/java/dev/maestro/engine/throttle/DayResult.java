package dev.maestro.engine.throttle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One closed day of a strategy, UTC; today is never one.
 *
 * @param realizedPnl sum over the trades closed that day, account currency
 * @param unrealizedPnl mark of the open positions at its end; empty: none
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
}
