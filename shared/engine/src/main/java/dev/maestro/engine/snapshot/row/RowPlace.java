package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.row.PeriodRow.Period;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Names a row among those of a tenant.
 *
 * @param uid whose journal the strategy's trades are in
 * @param start the first day of the period
 */
public record RowPlace(Uid uid, StrategyId strategy, Period period, LocalDate start) {
  /** The row of a day. */
  public static RowPlace of(RegisteredStrategy strategy, LocalDate day) {
    return new RowPlace(strategy.uid(), strategy.id(), Period.DAY, day);
  }

  /** The row of a month. */
  public static RowPlace of(RegisteredStrategy strategy, YearMonth month) {
    return new RowPlace(strategy.uid(), strategy.id(), Period.MONTH, month.atDay(1));
  }

  /** Where this row of the strategy belongs. */
  public static RowPlace of(RegisteredStrategy strategy, PeriodRow row) {
    return new RowPlace(strategy.uid(), strategy.id(), row.period(), row.start());
  }

  /** The name of the period: {@code 2026-03-04} or {@code 2026-03}. */
  public String name() {
    return period.nameOf(start);
  }
}
