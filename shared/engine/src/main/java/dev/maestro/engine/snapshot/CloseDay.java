package dev.maestro.engine.snapshot;

import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.row.PeriodRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Closes a tenant's day: rows of days and months, equity, the rolling documents, the windows of its
 * users. Everything is summed anew from the journal and only what differs is written, so closing a
 * day twice changes nothing, and a day that was missed is closed with the next.
 *
 * <p>The closed days of the throttle are written when the rows are there, and only by whoever read
 * them: they say which day is closed. The windows come after them, user by user: none of them can
 * keep a day open.
 */
public final class CloseDay {
  private static final int ATTEMPTS = 3;

  private final DayStores stores;
  private final RebuildWindowsPort windows;
  private final AlertPort alerts;

  /** Closes days in these stores. */
  public CloseDay(DayStores stores, RebuildWindowsPort windows, AlertPort alerts) {
    this.stores = stores;
    this.windows = windows;
    this.alerts = alerts;
  }

  /**
   * What was done.
   *
   * @param day that was asked for
   * @param isOldNews true: a later day was closed before, so nothing was done
   * @param strategies of which the closed days are stored, known or not
   * @param failed strategies of which nothing is known
   * @param written rows and documents, windows aside
   * @param keepLogs how long the tenant keeps its logs; zero: for ever
   */
  public record Closing(
      LocalDate day,
      boolean isOldNews,
      int strategies,
      int failed,
      int written,
      Duration keepLogs) {}

  /**
   * Closes a day and all days before it that are still open.
   *
   * @param day UTC, over at {@code now}
   * @throws dev.maestro.engine.tenant.UnknownTenantException if there is no such tenant
   * @throws dev.maestro.engine.port.RefusedByStoreException if a rolling document can never be
   *     stored
   * @throws IllegalArgumentException if the day is not over
   * @throws UnavailableException if the store does not answer, or others were faster each time;
   *     what was done is done again next time
   */
  public Closing close(TenantId tenant, LocalDate day, Instant now) {
    if (PeriodRows.endOf(day).isAfter(now)) {
      throw new IllegalArgumentException(day + " is not over: give a day before today, UTC");
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Closing> closing =
          new DayRun(stores.days().load(tenant, day, now), stores, windows, alerts).close();
      if (closing.isPresent()) {
        return closing.get();
      }
    }
    throw new UnavailableException(
        "the rolling documents of " + tenant + " were written by others again and again");
  }
}
