package dev.maestro.engine.snapshot;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.evidence.DayEvidence;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.PerformanceReading;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One attempt at closing a day, on what was read of the tenant. */
final class DayRun {
  /** Strategies whose rows are read and written with one call: 2,000 rows in an ordinary night. */
  private static final int AT_ONCE = 50;

  private final TenantDay day;
  private final DayStores stores;
  private final RebuildWindowsPort windows;
  private final AlertPort alerts;
  private final SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
  private final DayEvidence evidence;
  private int written;
  private int failed;

  DayRun(TenantDay day, DayStores stores, RebuildWindowsPort windows, AlertPort alerts) {
    this.day = day;
    this.stores = stores;
    this.windows = windows;
    this.alerts = alerts;
    this.evidence = new DayEvidence(day);
  }

  /** What was done; empty if a cycle or another closing was faster, so that it begins again. */
  Optional<CloseDay.Closing> close() {
    if (day.isOldNews()) {
      return Optional.of(new CloseDay.Closing(day.day(), true, 0, 0, 0, keepLogs()));
    }
    Journals journals = Journals.read(stores.journals(), day);
    day.strangers()
        .forEach(
            uid -> alert(AlertCode.FOREIGN_USER, TenantUsers.noMember(day.tenant().id(), uid)));
    day.strategies().errors().forEach(this::unreadable);
    List<RegisteredStrategy> strategies = day.strategies().known();
    for (int from = 0; from < strategies.size(); from += AT_ONCE) {
      close(strategies.subList(from, Math.min(strategies.size(), from + AT_ONCE)), journals);
    }
    storeEquity();
    if (!storeStats(journals) || !storeClosedDays()) {
      return Optional.empty();
    }
    checkWindows();
    return Optional.of(
        new CloseDay.Closing(day.day(), false, readings.size(), failed, written, keepLogs()));
  }

  private Duration keepLogs() {
    return day.config().conduct().keepLogs();
  }

  /** A name that no strategy can have is not stored: nobody will ask for its days. */
  private void unreadable(String stored, String why) {
    StrategyId.of(stored)
        .ifPresent(
            id -> {
              readings.put(id, new PerformanceReading.Unavailable(why));
              evidence.keep(id);
            });
    fail(stored, AlertCode.UNREADABLE_STRATEGY, why);
  }

  /** Many strategies with one read and one write. */
  private void close(List<RegisteredStrategy> strategies, Journals journals) {
    List<StrategyRows> rows = new ArrayList<>();
    Set<RowPlace> places = new LinkedHashSet<>();
    for (RegisteredStrategy strategy : strategies) {
      Optional<String> error = journals.error(strategy);
      if (error.isPresent()) {
        unknown(strategy, error.get());
      } else {
        rows.add(new StrategyRows(day, strategy, journals.of(strategy), evidence));
        places.addAll(rows.get(rows.size() - 1).places());
      }
    }
    Map<RowPlace, StoredRow> stored = stores.rows().load(day.tenant().id(), places);
    Map<RegisteredStrategy, Map<RowPlace, PeriodRow>> changes = new LinkedHashMap<>();
    for (StrategyRows one : rows) {
      try {
        StrategyRows.Summed summed = one.sum(stored);
        changes.put(one.strategy(), summed.changes());
        readings.put(
            one.strategy().id(),
            new PerformanceReading.Rows(
                PeriodRows.lookback(summed.days(), day.config().throttle())));
        evidence.add(one.strategy(), summed.days());
      } catch (UnreadableValueException | RefusedByStoreException broken) {
        unknown(one.strategy(), String.valueOf(broken.getMessage()));
      }
    }
    store(changes);
  }

  /** A row that the store refuses costs only its strategy. */
  private void store(Map<RegisteredStrategy, Map<RowPlace, PeriodRow>> changes) {
    Map<RowPlace, PeriodRow> all = new LinkedHashMap<>();
    changes.values().forEach(all::putAll);
    try {
      storeRows(all);
    } catch (RefusedByStoreException refused) {
      changes.forEach(
          (strategy, own) -> {
            try {
              storeRows(own);
            } catch (RefusedByStoreException broken) {
              unknown(strategy, String.valueOf(broken.getMessage()));
            }
          });
    }
  }

  private void storeRows(Map<RowPlace, PeriodRow> rows) {
    if (!rows.isEmpty()) {
      stores.rows().store(day.tenant().id(), rows);
      written += rows.size();
    }
  }

  private void unknown(RegisteredStrategy strategy, String why) {
    readings.put(strategy.id(), new PerformanceReading.Unavailable(why));
    evidence.keep(strategy.id());
    fail(strategy.id().value(), AlertCode.UNREADABLE_PERFORMANCE, why);
  }

  private void fail(String stored, AlertCode code, String why) {
    failed++;
    alert(code, "strategy " + stored + " has no closed day: " + why);
  }

  private void storeEquity() {
    SortedSet<LocalDate> gaps = day.equityGaps();
    if (!gaps.isEmpty()) {
      alert(
          AlertCode.EQUITY_GAPS,
          "the equity at the start of "
              + gaps.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
              + " is missing or cannot be read");
    }

    day.begunEquity()
        .forEach(
            (date, point) -> {
              if (!point.equals(day.storedEquity().points().get(date))) {
                stores.rows().storeEquity(day.tenant().id(), date, point);
                written++;
              }
            });
  }

  /**
   * Statistics without one user's trades would look better than they are, so they stay as they are.
   *
   * @return false if cycles were faster each time
   */
  private boolean storeStats(Journals journals) {
    if (!journals.errors().isEmpty() || !day.strategies().errors().isEmpty()) {
      return true;
    }
    Optional<StatsRebuild.Outcome> outcome =
        new StatsRebuild(stores.rolling()).rebuild(day, journals.all());
    written += outcome.filter(StatsRebuild.Outcome::isWritten).isPresent() ? 1 : 0;
    if (outcome.filter(StatsRebuild.Outcome::isForgotten).isPresent()) {
      alert(
          AlertCode.UNREADABLE_STATS,
          "what the throttle remembers was lost with the statistics: every strategy starts from"
              + " SHADOW_MODE");
    }
    if (outcome.filter(done -> !done.isComplete()).isPresent()) {
      alert(
          AlertCode.STATS_TRIMMED,
          "more trades closed in 30 days than the statistics have room for, so health and scores"
              + " look at the newest only: raise fewer, larger trades or split the tenant");
    }
    return outcome.isPresent();
  }

  /** False if another closing was faster. */
  private boolean storeClosedDays() {
    ClosedDays days = new ClosedDays(readings, day.day(), day.now(), evidence.book());
    TenantDay.Rolling before = day.rolling();
    if (before.closedDays().filter(days::saysTheSameAs).isPresent()) {
      return true;
    }
    written++;
    return stores.rolling().replaceClosedDays(day.tenant().id(), days, before.closedDaysVersion());
  }

  /** How the windows of a user were found: what is to be told, or that the store was silent. */
  private record Checked(
      Optional<AlertCode> code, String told, Optional<UnavailableException> unanswered) {
    static final Checked RIGHT = new Checked(Optional.empty(), "", Optional.empty());

    static Checked told(AlertCode code, String told) {
      return new Checked(Optional.of(code), told, Optional.empty());
    }
  }

  /** Every user's; where the store did not answer, the whole closing is tried again. */
  private void checkWindows() {
    List<Checked> checks = SideBySide.ask(day.users(), this::check);
    checks.forEach(check -> check.code().ifPresent(code -> alert(code, check.told())));
    checks.stream()
        .flatMap(check -> check.unanswered().stream())
        .findFirst()
        .ifPresent(
            later -> {
              throw later;
            });
  }

  private Checked check(Uid uid) {
    try {
      return windows.rebuild(uid, day.tenant().id(), day.config().weights(), day.now())
          ? Checked.told(
              AlertCode.WINDOW_DRIFT,
              "the windows of "
                  + uid
                  + " differed from the journal and are mended: by a trade whose event is still on"
                  + " its way or whose time has come, else by drift")
          : Checked.RIGHT;
    } catch (UnavailableException later) {
      return new Checked(Optional.empty(), "", Optional.of(later));
    } catch (RuntimeException broken) {
      return Checked.told(
          AlertCode.WINDOW_CHECK_FAILED,
          "the windows of " + uid + " could not be checked: " + broken.getMessage());
    }
  }

  private void alert(AlertCode code, String message) {
    alerts.raise(day.tenant().id(), code, message, day.now());
  }
}
