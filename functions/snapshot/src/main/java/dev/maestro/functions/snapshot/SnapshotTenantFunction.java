package dev.maestro.functions.snapshot;

import com.google.cloud.functions.CloudEventsFunction;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.google.pubsub.SnapshotMessage;
import dev.maestro.wiring.CloudParts;
import io.cloudevents.CloudEvent;
import java.util.Optional;

/**
 * Closes the day of one tenant.
 *
 * <p>Trigger: a message {@code {tenant, day}} on {@code maestro-snapshots}. Effect: the rows of the
 * day and its month, the equity point, the rolling documents, the windows held against the journal.
 * Delivered twice: the second time writes nothing; late: a day that a later one has closed is left
 * alone. Retried: whatever the store does not answer, and writes that a cycle was faster with.
 * Dropped with an alert: a message or tenant that cannot be read, documents that the store refuses
 * for good. A strategy that cannot be read costs only itself, and so does a user whose windows
 * cannot be checked. A person mends what the alert names; the next day closes this one, too.
 */
public final class SnapshotTenantFunction implements CloudEventsFunction {
  private final TenantDays days;

  /** Wires the real parts from the environment. */
  public SnapshotTenantFunction() {
    this(CloudParts.fromEnvironment("snapshot-tenant"));
  }

  SnapshotTenantFunction(CloudParts parts) {
    this.days = new TenantDays(parts);
  }

  @Override
  public void accept(CloudEvent event) {
    SnapshotMessage message;
    try {
      message = SnapshotMessage.read(Optional.ofNullable(event.getData()).orElseThrow().toBytes());
    } catch (RuntimeException unreadable) {
      String why = String.valueOf(unreadable.getMessage());
      days.drop("unknown", AlertCode.UNREADABLE_EVENT, why, event.getId());
      return;
    }
    days.close(message, event.getId());
  }
}
