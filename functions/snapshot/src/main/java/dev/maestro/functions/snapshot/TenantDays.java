package dev.maestro.functions.snapshot;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.retention.BrokenChainException;
import dev.maestro.engine.snapshot.retention.HistoryRetention;
import dev.maestro.engine.snapshot.retention.LogRetention;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.google.pubsub.SnapshotMessage;
import dev.maestro.wiring.CloudParts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Closes days of tenants and says so. What can never succeed is dropped with an alert. */
final class TenantDays {
  private final CloudParts parts;
  private final CloseDay closing;
  private final HistoryRetention histories;
  private final LogRetention logs;

  TenantDays(CloudParts parts) {
    this.parts = parts;
    Map<String, String> environment = parts.settings().environment();
    this.closing =
        FirestoreSnapshot.closeDay(
            parts.firestore(),
            parts.alerts(),
            FirestoreSnapshot.windows(parts.firestore(), parts.alerts(), environment),
            environment);
    this.histories = FirestoreSnapshot.histories(parts.firestore());
    this.logs = FirestoreSnapshot.logs(parts.firestore());
  }

  /**
   * Closes a day; throws what may succeed when it is tried again.
   *
   * @param eventId of the delivery, for people
   */
  void close(SnapshotMessage message, String eventId) {
    if (!message.day().isBefore(today())) {
      drop(
          message.tenant().value(),
          AlertCode.UNREADABLE_EVENT,
          message.day() + " is not over",
          eventId);
      return;
    }
    try {
      CloseDay.Closing done =
          closing.close(message.tenant(), message.day(), parts.clock().instant());
      tell(message, done);
      prune(message, done.keepLogs());
    } catch (UnknownTenantException unknown) {
      drop(
          message.tenant().value(),
          AlertCode.TENANT_UNREADABLE,
          String.valueOf(unknown.getMessage()),
          eventId);
    } catch (RefusedByStoreException refused) {
      drop(
          message.tenant().value(),
          AlertCode.REFUSED_BY_STORE,
          String.valueOf(refused.getMessage()),
          eventId);
    }
  }

  /** The day is closed whether or not this succeeds; the next one prunes again. */
  private void prune(SnapshotMessage message, Duration keepLogs) {
    TenantId tenant = message.tenant();
    Instant now = parts.clock().instant();
    try {
      say(histories.prune(tenant, now), "evaluations of policies", message);
      say(logs.prune(tenant, keepLogs, now), "decisions and revisions of weights", message);
    } catch (BrokenChainException broken) {
      parts
          .alerts()
          .raise(
              tenant.value(),
              AlertCode.CHAIN_BROKEN,
              String.valueOf(broken.getMessage()),
              parts.function(),
              now);
    } catch (RuntimeException failure) {
      parts.log().warn("what is old stays until tomorrow: " + failure, message.fields());
    }
  }

  private void say(int gone, String what, SnapshotMessage message) {
    if (gone > 0) {
      parts.log().info(gone + " old " + what + " removed", message.fields());
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
  }

  /** Says that nothing was done, and never will be. */
  void drop(String about, AlertCode code, String why, String eventId) {
    parts.log().error("event dropped: " + why, Map.of("dropped", code, "event_id", eventId));
    parts.alerts().raise(about, code, why, parts.function(), parts.clock().instant());
  }

  private void tell(SnapshotMessage message, CloseDay.Closing done) {
    Map<String, Object> fields = new TreeMap<>(message.fields());
    fields.put("strategies", done.strategies());
    fields.put("failed", done.failed());
    fields.put("written", done.written());
    parts.log().info(done.isOldNews() ? "a later day is closed" : "day closed", fields);
  }
}
