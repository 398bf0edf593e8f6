package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.PeriodRow;
import dev.maestro.engine.snapshot.PeriodRowForm;
import dev.maestro.engine.snapshot.PeriodRows;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
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
  private final StoredRows stored;
  private final Map<LocalDate, BigDecimal> marks = new HashMap<>();
  private final Map<LocalDate, BigDecimal> capital;

  StrategyRows(TenantDay day, RegisteredStrategy strategy, StoredRows stored) {
    this.day = day;
    this.strategy = strategy;
    this.stored = stored;
    this.capital = day.capital();
  }

  /** All days up to the one that is closed, oldest first. */
  List<PeriodRow> days(Collection<WindowTrade> trades) {
    return days(trades, firstToWrite());
  }

  /**
   * The same, with marks and capital of the stored rows from another day on, and of those that the
   * throttle looks at and does not remember yet, as after its lookback was made longer.
   */
  List<PeriodRow> days(Collection<WindowTrade> trades, LocalDate from) {
    List<DayResult> remembered = remembered();
    remembered.forEach(this::remember);
    Set<LocalDate> wanted = new LinkedHashSet<>();
    List<PeriodRow> all = rows(trades);
    PeriodRows.lookback(all, config()).forEach(row -> wanted.add(row.date()));
    remembered.forEach(row -> wanted.remove(row.date()));
    all.stream().map(PeriodRow::start).filter(date -> !date.isBefore(from)).forEach(wanted::add);
    stored.load(wanted.stream().map(date -> path(date.toString())).toList());
    wanted.forEach(this::remember);
    if (!marks.containsKey(day.day())) {
      day.mark(strategy.id()).ifPresent(mark -> marks.put(day.day(), mark));
    }
    return rows(trades);
  }

  /** What is to be stored: the days from one on, and their months. */
  Map<String, Map<String, Object>> toWrite(List<PeriodRow> days, LocalDate from) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    days.stream().filter(row -> !row.start().isBefore(from)).forEach(row -> put(rows, row));
    YearMonth firstMonth = YearMonth.from(from);
    PeriodRows.months(days).stream()
        .filter(row -> !YearMonth.from(row.start()).isBefore(firstMonth))
        .forEach(row -> put(rows, row));
    stored.load(rows.keySet());
    return rows;
  }

  /**
   * The first day whose row is written again: late trades, missed runs, and the rows of the
   * throttle if there are none yet.
   */
  LocalDate firstToWrite() {
    LocalDate late = day.day().minusDays(LATE_DAYS - 1L);
    LocalDate missed =
        day.throttle()
            .filter(throttle -> !remembered().isEmpty())
            .map(throttle -> throttle.closedDay().plusDays(1))
            .orElse(day.day().minusDays(2L * config().lookbackDays()));
    return late.isBefore(missed) ? late : missed;
  }

  private List<PeriodRow> rows(Collection<WindowTrade> trades) {
    return PeriodRows.days(trades, marks, capital, day.day(), config());
  }

  private List<DayResult> remembered() {
    return day.throttle().stream()
        .flatMap(written -> Optional.ofNullable(written.byStrategy().get(strategy.id())).stream())
        .filter(PerformanceReading.Rows.class::isInstance)
        .flatMap(reading -> ((PerformanceReading.Rows) reading).days().stream())
        .toList();
  }

  private void remember(DayResult row) {
    row.unrealizedPnl().ifPresent(mark -> marks.put(row.date(), mark));
    row.capitalBase().ifPresent(base -> capital.put(row.date(), base));
  }

  private void remember(LocalDate date) {
    DocumentSnapshot document = stored.at(path(date.toString()));
    if (document.exists()) {
      Fields fields = StoredFields.of(document);
      PeriodRowForm.UNREALIZED.in(fields).ifPresent(mark -> marks.put(date, mark));
      PeriodRowForm.CAPITAL.in(fields).ifPresent(base -> capital.put(date, base));
    }
  }

  private void put(Map<String, Map<String, Object>> rows, PeriodRow row) {
    rows.put(path(row.name()), PeriodRowDocument.fields(strategy, row));
  }

  private String path(String period) {
    return PeriodRowDocument.path(strategy, period);
  }

  private ThrottleConfig config() {
    return day.config().config().throttle();
  }
}
