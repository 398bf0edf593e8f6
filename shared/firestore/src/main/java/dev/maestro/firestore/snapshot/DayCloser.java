package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.PeriodRow;
import dev.maestro.engine.snapshot.PeriodRows;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.journal.JournalReader;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closes a tenant's day: rows of days and months, equity, the rolling documents, the windows of its
 * users. Everything is summed anew from the journal and only what differs is written, so closing a
 * day twice changes nothing, and a day that was missed is closed with the next.
 *
 * <p>The rolling document of the throttle is written when the rows are there, and only by whoever
 * read it: it says which day is closed. The windows come after it, user by user: none of them can
 * keep a day open.
 */
public final class DayCloser {
  private static final int ATTEMPTS = 3;
  private static final String SOURCE = "snapshot";

  private final Firestore firestore;
  private final Alerts alerts;
  private final WindowRebuild windows;
  private final TenantDayReader reader;

  /**
   * Closes days in this store.
   *
   * @param environment variables of the process, for the configuration
   */
  public DayCloser(
      Firestore firestore, Alerts alerts, WindowRebuild windows, Map<String, String> environment) {
    this.firestore = firestore;
    this.alerts = alerts;
    this.windows = windows;
    this.reader = new TenantDayReader(firestore, environment);
  }

  /** Makes the windows of a user anew from the journal. */
  @FunctionalInterface
  public interface WindowRebuild {

    /**
     * Rebuilds under the tenant's settings and weighs again; writes nothing if settings and stored
     * windows were right. Idempotent.
     *
     * @param tenant whose day is closed
     * @param settings that are in force there
     * @return true if the stored windows were not right
     */
    boolean rebuild(Uid uid, TenantId tenant, WeightsConfig settings, Instant now);
  }

  /**
   * What was done.
   *
   * @param day that was asked for
   * @param isOldNews true: a later day was closed before, so nothing was done
   * @param strategies whose days were closed
   * @param failed strategies of which nothing is known
   * @param written documents, windows aside
   */
  public record Closing(
      LocalDate day, boolean isOldNews, int strategies, int failed, int written) {}

  /**
   * Closes a day and all days before it that are still open.
   *
   * @param day UTC, over at {@code now}
   * @throws dev.maestro.engine.conduct.UnknownTenantException if there is no such tenant
   * @throws IllegalArgumentException if the day is not over
   * @throws RuntimeException if the store does not answer; what was done is done again next time
   */
  public Closing close(TenantId tenant, LocalDate day, Instant now) {
    if (PeriodRows.endOf(day).isAfter(now)) {
      throw new IllegalArgumentException(day + " is not over: give a day before today, UTC");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return new Run(reader.read(tenant, day, now)).close();
      } catch (StaleWriteException faster) {
        if (attempt == ATTEMPTS) {
          throw faster;
        }
      }
    }
  }

  /** One attempt. */
  private final class Run {
    private final TenantDay day;
    private final TenantId tenant;
    private final StoredRows stored;
    private final SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
    private int written;
    private int failed;

    Run(TenantDay day) {
      this.day = day;
      this.tenant = day.config().tenant().id();
      this.stored = new StoredRows(firestore, tenant);
    }

    Closing close() {
      if (day.isOldNews()) {
        return new Closing(day.day(), true, 0, 0, 0);
      }
      Journals journals =
          Journals.read(new JournalReader(firestore), tenant, day.uids(), day.now());
      day.registered()
          .errors()
          .forEach((id, error) -> fail(id, AlertCode.UNREADABLE_STRATEGY, error));
      day.registered().strategies().forEach(strategy -> close(strategy, journals));
      equity();
      stats(journals);
      throttle();
      checkWindows();
      return new Closing(day.day(), false, readings.size(), failed, written);
    }

    private void close(RegisteredStrategy strategy, Journals journals) {
      try {
        String error = journals.error(strategy).orElse("");
        if (!error.isEmpty()) {
          throw new UnreadableDocumentException(error);
        }
        StrategyRows rows = new StrategyRows(day, strategy, stored);
        List<PeriodRow> days = rows.days(journals.of(strategy));
        written += stored.write(rows.toWrite(days, rows.firstToWrite()));
        readings.put(
            strategy.id(),
            new PerformanceReading.Rows(
                PeriodRows.lookback(days, day.config().config().throttle())));
      } catch (UnreadableDocumentException | RefusedByStoreException broken) {
        fail(
            strategy.id().value(),
            AlertCode.UNREADABLE_PERFORMANCE,
            String.valueOf(broken.getMessage()));
      }
    }

    private void fail(String id, AlertCode code, String why) {
      failed++;
      StrategyId.of(id)
          .ifPresent(known -> readings.put(known, new PerformanceReading.Unavailable(why)));
      alert(code, "strategy " + id + " has no closed day: " + why);
    }

    private void equity() {
      day.account()
          .flatMap(account -> account.day())
          .map(begun -> begun.day())
          .ifPresent(
              date -> {
                Map<String, Map<String, Object>> point = new LinkedHashMap<>();
                point.put(
                    EquityDocument.path(date),
                    EquityDocument.fields(date, Objects.requireNonNull(day.equity().get(date))));
                written += stored.write(point);
              });
    }

    /** Statistics without one user's trades would look better than they are. */
    private void stats(Journals journals) {
      if (!journals.errors().isEmpty() || !day.registered().errors().isEmpty()) {
        return;
      }
      StatsRebuild.Outcome outcome = new StatsRebuild(firestore).rebuild(day, journals.all());
      written += outcome.isWritten() ? 1 : 0;
      if (!outcome.isComplete()) {
        alert(
            AlertCode.STATS_TRIMMED,
            "more trades closed in 30 days than the statistics have room for, so health and scores"
                + " look at the newest only: raise fewer, larger trades or split the tenant");
      }
    }

    /** Every user's; where the store did not answer, the whole closing is tried again. */
    private void checkWindows() {
      Optional<UnavailableException> unanswered = Optional.empty();
      for (Uid uid : day.uids()) {
        try {
          checkWindows(uid);
        } catch (UnavailableException later) {
          unanswered = Optional.of(later);
        } catch (RuntimeException failed) {
          alert(
              AlertCode.WINDOW_CHECK_FAILED,
              "the windows of " + uid + " could not be checked: " + failed.getMessage());
        }
      }
      if (unanswered.isPresent()) {
        throw unanswered.get();
      }
    }

    private void checkWindows(Uid uid) {
      if (windows.rebuild(uid, tenant, day.config().config().weights(), day.now())) {
        alert(
            AlertCode.WINDOW_DRIFT,
            "the windows of "
                + uid
                + " differed from the journal and are mended: by a trade whose event is still on"
                + " its way or whose time has come, else by drift");
      }
    }

    private void throttle() {
      Map<String, Object> fields = ThrottleDocument.fields(readings, day.day(), day.now());
      DocumentSnapshot before = day.throttleStored();
      boolean isSame =
          before.exists()
              && Objects.equals(before.get("strategies"), fields.get("strategies"))
              && Objects.equals(before.get("closed_day"), fields.get("closed_day"));
      if (!isSame) {
        StoreCalls.await(
            before.exists()
                ? before
                    .getReference()
                    .update(
                        fields,
                        Precondition.updatedAt(Objects.requireNonNull(before.getUpdateTime())))
                : before.getReference().create(fields));
        written++;
      }
    }

    private void alert(AlertCode code, String message) {
      alerts.raise(tenant, code, message, SOURCE, day.now());
    }
  }
}
