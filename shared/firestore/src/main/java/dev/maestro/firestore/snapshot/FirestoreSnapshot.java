package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.WindowCheck;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.retention.HistoryRetention;
import dev.maestro.engine.snapshot.retention.LogRetention;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.journal.JournalReader;
import dev.maestro.firestore.weights.FirestoreReweigh;
import java.util.Map;

/** Closing days on Firestore. */
public final class FirestoreSnapshot {
  private static final String SOURCE = "snapshot";

  private FirestoreSnapshot() {}

  /**
   * Where days are read from and written to.
   *
   * @param environment variables of the process, which a tenant's configuration may refer to
   */
  public static DayStores stores(Firestore firestore, Map<String, String> environment) {
    return new DayStores(
        new TenantDayReader(firestore, environment),
        new FirestoreRows(firestore),
        new FirestoreRolling(firestore),
        new JournalReader(firestore));
  }

  /** The use case; alerts name the snapshot as their source. */
  public static CloseDay closeDay(
      Firestore firestore,
      Alerts alerts,
      RebuildWindowsPort windows,
      Map<String, String> environment) {
    return new CloseDay(stores(firestore, environment), windows, alerts.from(SOURCE));
  }

  /** Keeps the histories of policies short. */
  public static HistoryRetention histories(Firestore firestore) {
    return new HistoryRetention(new FirestoreHistories(firestore));
  }

  /** Keeps the logs of decisions and weights as long as the tenant says. */
  public static LogRetention logs(Firestore firestore) {
    return new LogRetention(new FirestoreLogs(firestore));
  }

  /** Holds windows against the journal and mends them. */
  public static WindowCheck windows(
      Firestore firestore, Alerts alerts, Map<String, String> environment) {
    return new WindowCheck(
        FirestoreReweigh.of(firestore, alerts, environment), FirestoreReweigh.stored(firestore));
  }
}
