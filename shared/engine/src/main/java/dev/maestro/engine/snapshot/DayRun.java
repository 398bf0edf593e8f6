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
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.PerformanceReading;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One attempt at closing a day, on what was read of the tenant. */
final class DayRun {
  private final TenantDay day;
  private final DayStores stores;
  private final RebuildWindowsPort windows;
  private final AlertPort alerts;
  private final SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
  private int written;
  private int failed;

  DayRun(TenantDay day, DayStores stores, RebuildWindowsPort windows, AlertPort alerts) {
    this.day = day;
    this.stores = stores;
    this.windows = windows;
    this.alerts = alerts;
  }

  /** What was done; empty if a cycle or another closing was faster, so that it begins again. */
  Optional<CloseDay.Closing> close() {
    if (day.isOldNews()) {
      return Optional.of(new CloseDay.Closing(day.day(), true, 0, 0, 0));
    }
    Journals journals = Journals.read(stores.journals(), day);
    day.strategies().errors().forEach(this::unreadable);
    day.strategies().known().forEach(strategy -> close(strategy, journals));
    storeEquity();
    if (!storeStats(journals) || !storeClosedDays()) {
      return Optional.empty();
    }
    checkWindows();
    return Optional.of(new CloseDay.Closing(day.day(), false, readings.size(), failed, written));
  }

  /** A name that no strategy can have is not stored: nobody will ask for its days. */
  private void unreadable(String stored, String why) {
    StrategyId.of(stored)
        .ifPresent(id -> readings.put(id, new PerformanceReading.Unavailable(why)));
    fail(stored, AlertCode.UNREADABLE_STRATEGY, why);
  }

  private void close(RegisteredStrategy strategy, Journals journals) {
    try {
      journals
          .error(strategy)
          .ifPresent(
              why -> {
                throw UnreadableValueException.because(why);
              });
      StrategyRows rows = new StrategyRows(day, strategy, stores.rows());
      List<PeriodRow> days = rows.days(journals.of(strategy));
      written += rows.store(days, rows.firstToWrite());
      readings.put(
          strategy.id(),
          new PerformanceReading.Rows(PeriodRows.lookback(days, day.config().throttle())));
    } catch (UnreadableValueException | RefusedByStoreException broken) {
      String why = String.valueOf(broken.getMessage());
      readings.put(strategy.id(), new PerformanceReading.Unavailable(why));
      fail(strategy.id().value(), AlertCode.UNREADABLE_PERFORMANCE, why);
    }
  }

  private void fail(String stored, AlertCode code, String why) {
    failed++;
    alert(code, "strategy " + stored + " has no closed day: " + why);
  }

  private void storeEquity() {
    day.begun()
        .forEach(
            (date, point) -> {
              if (!point.equals(day.storedEquity().get(date))) {
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
    ClosedDays days = new ClosedDays(readings, day.day(), day.now());
    TenantDay.Rolling before = day.rolling();
    if (before.closedDays().filter(days::saysTheSameAs).isPresent()) {
      return true;
    }
    written++;
    return stores.rolling().replaceClosedDays(day.tenant().id(), days, before.closedDaysVersion());
  }

  /** Every user's; where the store did not answer, the whole closing is tried again. */
  private void checkWindows() {
    Optional<UnavailableException> unanswered = Optional.empty();
    for (Uid uid : day.users()) {
      try {
        checkWindows(uid);
      } catch (UnavailableException later) {
        unanswered = Optional.of(later);
      } catch (RuntimeException broken) {
        alert(
            AlertCode.WINDOW_CHECK_FAILED,
            "the windows of " + uid + " could not be checked: " + broken.getMessage());
      }
    }
    if (unanswered.isPresent()) {
      throw unanswered.get();
    }
  }

  private void checkWindows(Uid uid) {
    if (windows.rebuild(uid, day.tenant().id(), day.config().weights(), day.now())) {
      alert(
          AlertCode.WINDOW_DRIFT,
          "the windows of "
              + uid
              + " differed from the journal and are mended: by a trade whose event is still on"
              + " its way or whose time has come, else by drift");
    }
  }

  private void alert(AlertCode code, String message) {
    alerts.raise(day.tenant().id(), code, message, day.now());
  }
}
