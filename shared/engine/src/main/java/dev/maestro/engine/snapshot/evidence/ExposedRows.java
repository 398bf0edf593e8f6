package dev.maestro.engine.snapshot.evidence;

import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.evidence.track.ExposedDay;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.DayReturn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rows of a strategy as its evidence sees them. */
final class ExposedRows {
  private static final Optional<BigDecimal> NOTHING_OPEN = Optional.of(BigDecimal.ZERO);
  private static final int NAME_LENGTH = 16;

  private ExposedRows() {}

  /**
   * The days with exposure whose return is known, oldest first.
   *
   * @param rows all of them, oldest first
   * @param after a day; those up to it are left out
   */
  static List<ExposedDay> after(LocalDate after, List<PeriodRow> rows, BigDecimal baseCapital) {
    List<ExposedDay> days = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      PeriodRow row = rows.get(i);
      if (!row.start().isAfter(after)) {
        continue;
      }
      Optional<PeriodRow> before = i == 0 ? Optional.empty() : Optional.of(rows.get(i - 1));
      Optional<BigDecimal> markBefore =
          before.isEmpty() ? NOTHING_OPEN : before.get().unrealizedPnl();
      OptionalDouble dayReturn = DayReturn.of(row.dayResult(), markBefore, baseCapital);
      if (dayReturn.isPresent()
          && (isExposed(row) || before.filter(ExposedRows::isOpen).isPresent())) {
        days.add(new ExposedDay(row.start(), dayReturn.getAsDouble()));
      }
    }
    return days;
  }

  /**
   * The same rows, of which those before the first mark are an imported past: only closed trades
   * are known of it, and nothing is taken to have been open.
   */
  static List<PeriodRow> withImported(List<PeriodRow> rows) {
    List<PeriodRow> all = new ArrayList<>(rows);
    for (int i = 0; i < all.size() && all.get(i).unrealizedPnl().isEmpty(); i++) {
      PeriodRow row = all.get(i);
      all.set(
          i,
          new PeriodRow(
              row.period(),
              row.start(),
              row.realizedPnl(),
              NOTHING_OPEN,
              row.capitalBase(),
              row.trades(),
              row.onPaper()));
    }
    return all;
  }

  /** True if it is of no day up to one known what was open at its end. */
  static boolean isUnmarked(LocalDate through, List<PeriodRow> rows) {
    return rows.stream()
        .filter(row -> !row.start().isAfter(through))
        .allMatch(row -> row.unrealizedPnl().isEmpty());
  }

  /** Names what the journal says of the days up to one: which trades, and what they earned. */
  static String past(LocalDate through, List<PeriodRow> rows) {
    StringBuilder text = new StringBuilder();
    for (PeriodRow row : rows) {
      if (!row.start().isAfter(through) && row.trades() > 0) {
        text.append(row.start())
            .append(' ')
            .append(row.trades())
            .append(' ')
            .append(row.realizedPnl().stripTrailingZeros().toPlainString())
            .append('\n');
      }
    }
    return Sha256.hex(text.toString()).substring(0, NAME_LENGTH);
  }

  /** A trade was closed, or something was open at its end, in earnest or on paper. */
  private static boolean isExposed(PeriodRow row) {
    return row.trades() > 0
        || isOpen(row)
        || row.onPaper().flatMap(OnPaper::pnl).filter(pnl -> pnl.signum() != 0).isPresent();
  }

  private static boolean isOpen(PeriodRow row) {
    return row.unrealizedPnl().filter(mark -> mark.signum() != 0).isPresent()
        || row.onPaper().flatMap(OnPaper::mark).filter(mark -> mark.signum() != 0).isPresent();
  }
}
