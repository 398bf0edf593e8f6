package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a strategy earned in a UTC day or month; half-open, so that no trade is in two of them.
 *
 * @param start its first day
 * @param realizedPnl exact sum over the trades closed in it, account currency
 * @param unrealizedPnl mark of the open positions at its end; empty: unknown, which is not 0
 * @param capitalBase capital at its start, above 0; empty: the tenant's base capital stands in
 * @param trades closed in it
 * @param onPaper of a day: its mode, and what was earned on paper; empty: nothing was kept of that
 */
public record PeriodRow(
    Period period,
    LocalDate start,
    BigDecimal realizedPnl,
    Optional<BigDecimal> unrealizedPnl,
    Optional<BigDecimal> capitalBase,
    int trades,
    Optional<OnPaper> onPaper) {

  /** How long a row's period is. */
  public enum Period {
    /** A UTC day: {@code 2026-03-04}. */
    DAY,
    /** A calendar month, UTC: {@code 2026-03}. */
    MONTH;

    /** The name of the period that begins with a day. */
    String nameOf(LocalDate start) {
      return this == DAY ? start.toString() : YearMonth.from(start).toString();
    }
  }

  /** A period of which nothing is known on paper. */
  public PeriodRow(
      Period period,
      LocalDate start,
      BigDecimal realizedPnl,
      Optional<BigDecimal> unrealizedPnl,
      Optional<BigDecimal> capitalBase,
      int trades) {
    this(period, start, realizedPnl, unrealizedPnl, capitalBase, trades, Optional.empty());
  }

  /** The name of the period, which ends the id of the stored row. */
  public String name() {
    return period.nameOf(start);
  }

  /** A row of a day as the throttle reads it. */
  public DayResult dayResult() {
    return new DayResult(start, realizedPnl, unrealizedPnl, capitalBase, onPaper);
  }
}
