package dev.maestro.engine.snapshot;

import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.evidence.DayEvidence;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rows of one strategy, from what was read: it says which stored rows it wants to see, and then
 * how all rows are. Sums come from the journal each time; marks and capital of days long over from
 * the rows that were stored when they ended.
 */
final class StrategyRows {
  private final TenantDay day;
  private final RegisteredStrategy strategy;
  private final StrategyId id;
  private final Collection<WindowTrade> trades;
  private final LocalDate from;
  private final List<DayResult> remembered;
  private final SortedMap<LocalDate, OnPaper> onPaper;
  private final List<PeriodRow> unmarked;
  private final LocalDate neededFrom;

  /** Rows to be written from the first day on that can have changed. */
  StrategyRows(
      TenantDay day,
      RegisteredStrategy strategy,
      Collection<WindowTrade> trades,
      DayEvidence evidence) {
    this(
        day,
        strategy,
        trades,
        firstToWrite(day, strategy),
        rows -> evidence.neededFrom(strategy, rows));
  }

  /** Rows to be written from a day on. */
  StrategyRows(
      TenantDay day, RegisteredStrategy strategy, Collection<WindowTrade> trades, LocalDate from) {
    this(day, strategy, trades, from, rows -> LocalDate.MAX);
  }

  private StrategyRows(
      TenantDay day,
      RegisteredStrategy strategy,
      Collection<WindowTrade> trades,
      LocalDate from,
      Function<List<PeriodRow>, LocalDate> neededFrom) {
    this.day = day;
    this.strategy = strategy;
    this.id = strategy.id();
    this.trades = trades;
    this.from = from;
    this.remembered = remembered(day, id);
    this.onPaper = rememberedOnPaper();
    this.unmarked =
        PeriodRows.days(trades, Map.of(), Map.of(), withToday(onPaper), day.day(), config());
    this.neededFrom = neededFrom.apply(unmarked);
  }

  /**
   * The rows as they should be.
   *
   * @param days all up to the one that is closed, oldest first
   * @param changes what differs from what stands there, from the first day to be written on
   */
  record Summed(List<PeriodRow> days, Map<RowPlace, PeriodRow> changes) {}

  RegisteredStrategy strategy() {
    return strategy;
  }

  /**
   * The stored rows that are to be looked at: those to be written, with their months, and those
   * that the throttle or the evidence looks at and that are not remembered, as after the lookback
   * was made longer.
   */
  Set<RowPlace> places() {
    Set<RowPlace> places = new LinkedHashSet<>();
    datesToRecall().forEach(date -> places.add(RowPlace.of(strategy, date)));
    written(unmarked).forEach(row -> places.add(RowPlace.of(strategy, row)));
    return places;
  }

  /**
   * Sums the rows.
   *
   * @param stored what stands at {@link #places}
   * @throws UnreadableValueException if a row that is to be looked at cannot be read
   * @throws RefusedByStoreException if an amount is too large to be read again: stored, it would
   *     make the row unreadable for as long as it is looked at
   */
  Summed sum(Map<RowPlace, StoredRow> stored) {
    Map<LocalDate, BigDecimal> marks = new HashMap<>();
    Map<LocalDate, BigDecimal> capital = day.capital();
    SortedMap<LocalDate, OnPaper> paper = new TreeMap<>(onPaper);
    boolean isNew = hasNoPast();
    for (DayResult row : remembered) {
      row.unrealizedPnl().ifPresent(mark -> marks.put(row.date(), mark));
      row.capitalBase().ifPresent(base -> capital.put(row.date(), base));
    }
    for (LocalDate date : datesToRecall()) {
      Optional<StoredRow.Known> row = known(stored, RowPlace.of(strategy, date));
      row.flatMap(StoredRow.Known::mark).ifPresent(mark -> marks.put(date, mark));
      row.flatMap(StoredRow.Known::capital).ifPresent(base -> capital.put(date, base));
      row.flatMap(StoredRow.Known::row)
          .flatMap(PeriodRow::onPaper)
          .ifPresent(kept -> paper.put(date, kept));
      isNew &= row.isEmpty();
    }
    if (!marks.containsKey(day.day())) {
      day.mark(id).ifPresent(mark -> marks.put(day.day(), mark));
    }
    if (isNew) {
      unmarked.stream()
          .map(PeriodRow::start)
          .filter(this::isClosed)
          .forEach(date -> marks.putIfAbsent(date, BigDecimal.ZERO));
    }
    List<PeriodRow> days =
        PeriodRows.days(trades, marks, capital, withToday(paper), day.day(), config());
    return new Summed(days, changes(days, stored));
  }

  private SortedMap<LocalDate, OnPaper> rememberedOnPaper() {
    SortedMap<LocalDate, OnPaper> kept = new TreeMap<>();
    remembered.forEach(row -> row.onPaper().ifPresent(paper -> kept.put(row.date(), paper)));
    return kept;
  }

  /** With the day that is closed, unless its row stands. */
  private SortedMap<LocalDate, OnPaper> withToday(SortedMap<LocalDate, OnPaper> kept) {
    SortedMap<LocalDate, OnPaper> all = new TreeMap<>(kept);
    if (Optional.ofNullable(all.get(day.day())).flatMap(OnPaper::pnl).isEmpty()) {
      day.onPaper(strategy, all).ifPresent(paper -> all.put(day.day(), paper));
    }
    return all;
  }

  private Map<RowPlace, PeriodRow> changes(List<PeriodRow> days, Map<RowPlace, StoredRow> stored) {
    Map<RowPlace, PeriodRow> changes = new LinkedHashMap<>();
    for (PeriodRow row : written(days)) {
      requireReadable(row, row.realizedPnl());
      row.unrealizedPnl().ifPresent(mark -> requireReadable(row, mark));
      row.onPaper().flatMap(OnPaper::pnl).ifPresent(pnl -> requireReadable(row, pnl));
      RowPlace place = RowPlace.of(strategy, row);
      if (!stands(Optional.ofNullable(stored.get(place)), row)) {
        changes.put(place, row);
      }
    }
    return changes;
  }

  /** The days from the first to be written on, and their months. */
  private List<PeriodRow> written(List<PeriodRow> days) {
    List<PeriodRow> written =
        new ArrayList<>(days.stream().filter(row -> !row.start().isBefore(from)).toList());
    YearMonth firstMonth = YearMonth.from(from);
    PeriodRows.months(days).stream()
        .filter(row -> !YearMonth.from(row.start()).isBefore(firstMonth))
        .forEach(written::add);
    return written;
  }

  private Set<LocalDate> datesToRecall() {
    Set<LocalDate> dates = new LinkedHashSet<>();
    PeriodRows.lookback(unmarked, config()).forEach(row -> dates.add(row.date()));
    addFrom(neededFrom, dates);
    remembered.forEach(row -> dates.remove(row.date()));
    addFrom(from, dates);
    return dates;
  }

  private void addFrom(LocalDate first, Set<LocalDate> dates) {
    unmarked.stream()
        .map(PeriodRow::start)
        .filter(date -> !date.isBefore(first))
        .forEach(dates::add);
  }

  /**
   * The first day whose row is written again: late trades, missed runs, and the rows of the
   * throttle if there are none yet.
   */
  private static LocalDate firstToWrite(TenantDay day, RegisteredStrategy strategy) {
    LocalDate late = day.day().minusDays(DayEvidence.LATE_DAYS - 1L);
    LocalDate missed =
        day.closedDays()
            .filter(closed -> !remembered(day, strategy.id()).isEmpty())
            .map(closed -> closed.closedDay().plusDays(1))
            .orElse(day.day().minusDays(2L * day.config().throttle().lookbackDays()));
    return late.isBefore(missed) ? late : missed;
  }

  /**
   * True if no day of the strategy was ever kept, as far as the rolling documents say: its trades
   * were imported. On days that the tenant had closed before, it held nothing.
   */
  private boolean hasNoPast() {
    boolean isUnknown =
        day.closedDays()
            .flatMap(closed -> Optional.ofNullable(closed.byStrategy().get(id)))
            .filter(PerformanceReading.Unavailable.class::isInstance)
            .isPresent();
    return !isUnknown
        && remembered.isEmpty()
        && day.rolling()
            .stats()
            .memory()
            .value()
            .filter(memory -> countedNothing(Optional.ofNullable(memory.get(id))))
            .isPresent();
  }

  private static boolean countedNothing(Optional<ThrottleMemory> memory) {
    return memory.flatMap(ThrottleMemory::lastClosedDay).isEmpty();
  }

  private boolean isClosed(LocalDate date) {
    return day.closedDays().filter(closed -> !date.isAfter(closed.closedDay())).isPresent();
  }

  private static List<DayResult> remembered(TenantDay day, StrategyId id) {
    return day.closedDays().stream()
        .flatMap(closed -> Optional.ofNullable(closed.byStrategy().get(id)).stream())
        .filter(PerformanceReading.Rows.class::isInstance)
        .flatMap(reading -> ((PerformanceReading.Rows) reading).days().stream())
        .toList();
  }

  private static Optional<StoredRow.Known> known(Map<RowPlace, StoredRow> stored, RowPlace place) {
    Optional<StoredRow> row = Optional.ofNullable(stored.get(place));
    row.filter(StoredRow.Unreadable.class::isInstance)
        .ifPresent(
            unreadable -> {
              throw UnreadableValueException.because(((StoredRow.Unreadable) unreadable).why());
            });
    return row.map(StoredRow.Known.class::cast);
  }

  private static void requireReadable(PeriodRow row, BigDecimal amount) {
    if (Decimals.read(amount).isEmpty()) {
      throw new RefusedByStoreException(
          "the row of " + row.name() + " would hold " + amount + ": amounts are below 1e15");
    }
  }

  private static boolean stands(Optional<StoredRow> stored, PeriodRow row) {
    return stored.orElse(null) instanceof StoredRow.Known known
        && known.isWhole()
        && known.row().equals(Optional.of(row));
  }

  private ThrottleConfig config() {
    return day.config().throttle();
  }
}
