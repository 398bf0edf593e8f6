package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.Terminal;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.tenant.settings.ConfigsPort;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.strategy.PutStrategy;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.firestore.strategy.FirestoreRegistration;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.google.log.CloudLog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The use cases and stores as the commands use them. */
public final class CloudStores {
  private CloudStores() {}

  /** Configurations; the environment of the functions is not known here. */
  public static ConfigsPort configs(Firestore firestore) {
    return new FirestoreConfigs(firestore, Map.of());
  }

  /** Stores configurations and weighs the users of their tenants by them. */
  public static PutConfig putConfig(Firestore firestore) {
    return new PutConfig(configs(firestore), reweigh(firestore)::configure);
  }

  /** Registers strategies with their past. */
  public static PutStrategy putStrategy(Firestore firestore) {
    return FirestoreRegistration.of(firestore, alerts(firestore), System.getenv());
  }

  /** Ledgers and kill switches. */
  public static FirestoreLedgers ledgers(Firestore firestore) {
    return new FirestoreLedgers(firestore, Clock.systemUTC(), alerts(firestore), "cli");
  }

  /** How the agents of users are weighed. */
  public static Reweigh reweigh(Firestore firestore) {
    return FirestoreReweigh.of(firestore, alerts(firestore), System.getenv());
  }

  /**
   * Closes yesterday again, so that the past of a journal counts at once and not from midnight on:
   * a strategy whose days are not known yet would pass for a new one.
   */
  public static void closeYesterday(Firestore firestore, TenantId tenant, Instant now) {
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    FirestoreSnapshot.closeDay(
            firestore, alerts(firestore), RebuildWindowsPort.NONE, System.getenv())
        .close(tenant, yesterday, now);
  }

  private static Alerts alerts(Firestore firestore) {
    return new Alerts(firestore, CloudLog.to(Terminal.err())::error);
  }
}
