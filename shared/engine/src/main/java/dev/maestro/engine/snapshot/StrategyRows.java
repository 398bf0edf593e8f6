package dev.maestro.engine.snapshot;

import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.RowsPort;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of one strategy. Sums come from the journal each time; marks and capital of days long
 * over from the rows that were stored when they ended.
 */
final class StrategyRows {
  /** A trade may come so many days late and still change the rows. */
  static final int LATE_DAYS = 35;

  private final TenantDay day;
  private final RegisteredStrategy strategy;
  private final RowsPort rows;
  private final Set<RowPlace> looked = new HashSet<>();
  private final Map<RowPlace, StoredRow> stored = new HashMap<>();
  private final Map<LocalDate, BigDecimal> marks = new HashMap<>();
  private final Map<LocalDate, BigDecimal> capital;

  StrategyRows(TenantDay day, RegisteredStrategy strategy, RowsPort rows) {
    this.day = day;
    this.strategy = strategy;
    this.rows = rows;
    this.capital = day.capital();
  }

  /** All days up to the one that is closed, oldest first. */
  List<PeriodRow> days(Collection<WindowTrade> trades) {
    return days(trades, firstToWrite());
  }

  /**
   * The same, with marks and capital of the stored rows from another day on, and of those that the
   * throttle looks at and does not remember yet, as after its lookback was made longer.
   *
   * @throws UnreadableValueException if one of these rows cannot be read
   */
  List<PeriodRow> days(Collection<WindowTrade> trades, LocalDate from) {
    List<DayResult> remembered = remembered();
    remembered.forEach(this::remember);
    Set<LocalDate> wanted = new LinkedHashSet<>();
    List<PeriodRow> all = sum(trades);
    PeriodRows.lookback(all, config()).forEach(row -> wanted.add(row.date()));
    remembered.forEach(row -> wanted.remove(row.date()));
    all.stream().map(PeriodRow::start).filter(date -> !date.isBefore(from)).forEach(wanted::add);
    load(wanted.stream().map(date -> RowPlace.of(strategy, date)).toList());
    wanted.forEach(this::remember);
    if (!marks.containsKey(day.day())) {
      day.mark(strategy.id()).ifPresent(mark -> marks.put(day.day(), mark));
    }
    return sum(trades);
  }

  /**
   * Stores the days from one on, and their months, where they differ from what stands there.
   *
   * @return how many rows that were
   * @throws RefusedByStoreException if an amount is too large to be read again: stored, it would
   *     make the row unreadable for as long as it is looked at
   */
  int store(List<PeriodRow> days, LocalDate from) {
    Map<RowPlace, PeriodRow> wanted = new LinkedHashMap<>();
    days.stream().filter(row -> !row.start().isBefore(from)).forEach(row -> put(wanted, row));
    YearMonth firstMonth = YearMonth.from(from);
    PeriodRows.months(days).stream()
        .filter(row -> !YearMonth.from(row.start()).isBefore(firstMonth))
        .forEach(row -> put(wanted, row));
    load(wanted.keySet());
    wanted.entrySet().removeIf(row -> stands(row.getKey(), row.getValue()));
    if (!wanted.isEmpty()) {
      rows.store(day.tenant().id(), wanted);
    }
    return wanted.size();
  }

  /**
   * The first day whose row is written again: late trades, missed runs, and the rows of the
   * throttle if there are none yet.
   */
  LocalDate firstToWrite() {
    LocalDate late = day.day().minusDays(LATE_DAYS - 1L);
    LocalDate missed =
        day.rolling()
            .closedDays()
            .filter(closed -> !remembered().isEmpty())
            .map(closed -> closed.closedDay().plusDays(1))
            .orElse(day.day().minusDays(2L * config().lookbackDays()));
    return late.isBefore(missed) ? late : missed;
  }

  private List<PeriodRow> sum(Collection<WindowTrade> trades) {
    return PeriodRows.days(trades, marks, capital, day.day(), config());
  }

  private List<DayResult> remembered() {
    return day.rolling().closedDays().stream()
        .flatMap(closed -> Optional.ofNullable(closed.byStrategy().get(strategy.id())).stream())
        .filter(PerformanceReading.Rows.class::isInstance)
        .flatMap(reading -> ((PerformanceReading.Rows) reading).days().stream())
        .toList();
  }

  private void remember(DayResult row) {
    row.unrealizedPnl().ifPresent(mark -> marks.put(row.date(), mark));
    row.capitalBase().ifPresent(base -> capital.put(row.date(), base));
  }

  private void remember(LocalDate date) {
    StoredRow row = stored.get(RowPlace.of(strategy, date));
    if (row instanceof StoredRow.Unreadable unreadable) {
      throw UnreadableValueException.because(unreadable.why());
    }
    if (row instanceof StoredRow.Known known) {
      known.mark().ifPresent(mark -> marks.put(date, mark));
      known.capital().ifPresent(base -> capital.put(date, base));
    }
  }

  private void put(Map<RowPlace, PeriodRow> wanted, PeriodRow row) {
    requireReadable(row, row.realizedPnl());
    row.unrealizedPnl().ifPresent(mark -> requireReadable(row, mark));
    wanted.put(RowPlace.of(strategy, row), row);
  }

  private static void requireReadable(PeriodRow row, BigDecimal amount) {
    if (Decimals.read(amount).isEmpty()) {
      throw new RefusedByStoreException(
          "the row of " + row.name() + " would hold " + amount + ": amounts are below 1e15");
    }
  }

  private boolean stands(RowPlace place, PeriodRow row) {
    return stored.get(place) instanceof StoredRow.Known known
        && known.isWhole()
        && known.row().equals(Optional.of(row));
  }

  /** Each place is looked at once. */
  private void load(Collection<RowPlace> places) {
    Set<RowPlace> unknown = new LinkedHashSet<>(places);
    unknown.removeAll(looked);
    if (!unknown.isEmpty()) {
      stored.putAll(rows.load(day.tenant().id(), unknown));
      looked.addAll(unknown);
    }
  }

  private ThrottleConfig config() {
    return day.config().throttle();
  }
}
