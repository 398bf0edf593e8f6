package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.Terminal;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.snapshot.DayCloser;
import dev.maestro.firestore.tenant.ConfigStore;
import dev.maestro.firestore.tenant.WeightsSettings;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.google.log.CloudLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The stores as the commands use them. */
public final class CloudStores {
  private CloudStores() {}

  /** Configurations; storing one weighs the users of its tenant by it. */
  public static ConfigStore config(Firestore firestore) {
    return new ConfigStore(firestore, weights(firestore));
  }

  /** How the agents of users are weighed. */
  public static WeightsSettings weights(Firestore firestore) {
    Reweigh reweighing =
        FirestoreReweigh.of(
            firestore, new Alerts(firestore, CloudLog.to(Terminal.err())::error), System.getenv());
    return reweighing::configure;
  }

  /**
   * Closes yesterday again, so that the past of a journal counts at once and not from midnight on:
   * a strategy whose days are not known yet would pass for a new one.
   */
  public static void closeYesterday(Firestore firestore, TenantId tenant, Instant now) {
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    new DayCloser(
            firestore,
            new Alerts(firestore, CloudLog.to(Terminal.err())::error),
            (uid, owner, settings, at) -> false,
            System.getenv())
        .close(tenant, yesterday, now);
  }
}
