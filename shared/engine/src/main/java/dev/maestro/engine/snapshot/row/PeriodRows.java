package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.snapshot.row.PeriodRow.Period;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.PeriodResults;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of a strategy, summed anew from its journal each time, so that late trades are in. */
public final class PeriodRows {
  private PeriodRows() {}

  /**
   * The rows of all closed days, oldest first, by the rules of {@link PeriodResults#daily}.
   *
   * @param trades the whole journal of the strategy; those closed later do not count
   * @param marks unrealized P&amp;L at the end of a day; a day without one is unknown
   * @param capital capital at the start of a day
   * @param onPaper what was done on paper, by day
   * @param lastDay the newest closed day
   */
  public static List<PeriodRow> days(
      Collection<WindowTrade> trades,
      Map<LocalDate, BigDecimal> marks,
      Map<LocalDate, BigDecimal> capital,
      Map<LocalDate, OnPaper> onPaper,
      LocalDate lastDay,
      ThrottleConfig config) {
    Map<LocalDate, Integer> counts = new HashMap<>();
    trades.forEach(
        trade ->
            counts.merge(LocalDate.ofInstant(trade.closedAt(), ZoneOffset.UTC), 1, Integer::sum));
    List<PeriodRow> rows = new ArrayList<>();
    for (DayResult day :
        PeriodResults.daily(trades, marks, capital, onPaper, endOf(lastDay), config)) {
      rows.add(
          new PeriodRow(
              Period.DAY,
              day.date(),
              day.realizedPnl(),
              day.unrealizedPnl(),
              day.capitalBase(),
              counts.getOrDefault(day.date(), 0),
              day.onPaper()));
    }
    return rows;
  }

  /**
   * The rows of the months that have days, oldest first: sums of the days; the mark is that of the
   * newest day, the capital that of the first.
   *
   * @param days oldest first; all days of the months that are asked for
   */
  public static List<PeriodRow> months(List<PeriodRow> days) {
    SortedMap<YearMonth, PeriodRow> months = new TreeMap<>();
    for (PeriodRow day : days) {
      YearMonth month = YearMonth.from(day.start());
      PeriodRow first =
          new PeriodRow(
              Period.MONTH,
              month.atDay(1),
              day.realizedPnl(),
              day.unrealizedPnl(),
              day.capitalBase(),
              day.trades());
      months.merge(month, first, PeriodRows::sum);
    }
    return List.copyOf(months.values());
  }

  /** What the throttle needs: the rows of its lookback, and the one before the first of them. */
  public static List<DayResult> lookback(List<PeriodRow> days, ThrottleConfig config) {
    int from = Math.max(0, days.size() - config.lookbackDays() - 1);
    return days.subList(from, days.size()).stream().map(PeriodRow::dayResult).toList();
  }

  /** The first instant after a day, UTC. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static PeriodRow sum(PeriodRow earlier, PeriodRow later) {
    Optional<BigDecimal> newestMark = later.unrealizedPnl();
    return new PeriodRow(
        Period.MONTH,
        earlier.start(),
        earlier.realizedPnl().add(later.realizedPnl()),
        newestMark,
        earlier.capitalBase(),
        earlier.trades() + later.trades());
  }
}
