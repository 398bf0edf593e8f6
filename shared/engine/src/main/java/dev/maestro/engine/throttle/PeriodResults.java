package dev.maestro.engine.throttle;

import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Daily results of a strategy from its journal; days are half-open, UTC. */
public final class PeriodResults {
  private PeriodResults() {}

  /**
   * One row per market day from the strategy's first trade to the day before today; a day without a
   * trade is a row of 0. A trade closed on a day that is no market day has a row of its own:
   * nothing earned or lost is left out.
   *
   * @param marks unrealized P&amp;L of the open positions at the end of a day, 0 without one; a day
   *     that is not named has a mark that nobody knows
   * @param capital capital at the start of a day
   * @param now its day is today, which is never closed
   */
  public static List<DayResult> daily(
      Collection<WindowTrade> trades,
      Map<LocalDate, BigDecimal> marks,
      Map<LocalDate, BigDecimal> capital,
      Instant now,
      ThrottleConfig config) {
    return daily(trades, marks, capital, Map.of(), now, config);
  }

  /**
   * The same with what was done on paper: the first day on which SHADOW_MODE kept the strategy from
   * something begins its rows, too.
   *
   * @param onPaper by day; a day that is not named has none
   */
  public static List<DayResult> daily(
      Collection<WindowTrade> trades,
      Map<LocalDate, BigDecimal> marks,
      Map<LocalDate, BigDecimal> capital,
      Map<LocalDate, OnPaper> onPaper,
      Instant now,
      ThrottleConfig config) {
    SortedMap<LocalDate, BigDecimal> realized = new TreeMap<>();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (WindowTrade trade : trades) {
      LocalDate day = LocalDate.ofInstant(trade.closedAt(), ZoneOffset.UTC);
      if (day.isBefore(today)) {
        realized.merge(day, trade.realizedPnl(), BigDecimal::add);
      }
    }
    onPaper.forEach(
        (day, paper) -> {
          if (day.isBefore(today) && isTrading(paper)) {
            realized.putIfAbsent(day, BigDecimal.ZERO);
          }
        });
    if (!realized.isEmpty()) {
      config
          .calendar()
          .days(realized.firstKey(), today)
          .forEach(day -> realized.putIfAbsent(day, BigDecimal.ZERO));
    }
    List<DayResult> rows = new ArrayList<>();
    realized.forEach(
        (day, pnl) ->
            rows.add(
                new DayResult(
                    day,
                    pnl,
                    Optional.ofNullable(marks.get(day)),
                    Optional.ofNullable(capital.get(day)),
                    Optional.ofNullable(onPaper.get(day)))));
    return rows;
  }

  private static boolean isTrading(OnPaper paper) {
    return paper.isShadowed() && paper.pnl().filter(pnl -> pnl.signum() == 0).isEmpty();
  }
}
