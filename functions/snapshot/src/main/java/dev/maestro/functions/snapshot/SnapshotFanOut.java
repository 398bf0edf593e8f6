package dev.maestro.functions.snapshot;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.google.pubsub.SnapshotMessage;
import dev.maestro.google.pubsub.TopicPublisher;
import dev.maestro.wiring.ActiveTenants;
import dev.maestro.wiring.CloudParts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How a day reaches the tenants: one message each, or closed here, one after the other. */
final class SnapshotFanOut {
  private static final int MOST_TENANTS_INLINE = 20;

  /** Whose alert it is when it is about all tenants. */
  private static final String UNKNOWN = "unknown";

  private final CloudParts parts;
  private final TopicPublisher publishing;
  private final TenantDays days;
  private final String topic;

  SnapshotFanOut(CloudParts parts) {
    this.parts = parts;
    this.publishing = new TopicPublisher(parts.settings());
    this.days = new TenantDays(parts);
    this.topic =
        parts
            .settings()
            .environment()
            .getOrDefault("MAESTRO_SNAPSHOTS_TOPIC", SnapshotMessage.TOPIC);
  }

  /**
   * What became of a day.
   *
   * @param status in words
   * @param tenants that are active
   * @param isComplete false: Scheduler should call again
   */
  record Result(String status, LocalDate day, int tenants, boolean isComplete) {
    Map<String, Object> fields() {
      return Map.of("status", status, "day", day.toString(), "tenants", tenants);
    }
  }

  /** Has a day closed for every active tenant. */
  Result start(LocalDate day) {
    List<SnapshotMessage> messages =
        new ActiveTenants(parts)
            .list().stream().map(tenant -> new SnapshotMessage(tenant, day)).toList();
    if (parts.settings().isFanoutInline()) {
      return closeHere(day, messages);
    }
    if (!messages.isEmpty()) {
      publishing.publish(topic, messages.stream().map(SnapshotMessage::fields).toList());
    }
    return new Result("published", day, messages.size(), true);
  }

  private Result closeHere(LocalDate day, List<SnapshotMessage> messages) {
    int tenants = messages.size();
    if (tenants > MOST_TENANTS_INLINE) {
      String why = tenants + " tenants are too many for MAESTRO_FANOUT=inline (20): use pubsub";
      parts
          .alerts()
          .raise(
              UNKNOWN, AlertCode.TOO_MANY_TENANTS, why, parts.function(), parts.clock().instant());
      return new Result(why, day, tenants, false);
    }
    boolean isComplete = true;
    for (SnapshotMessage message : messages) {
      isComplete &= isClosed(message);
    }
    return new Result(isComplete ? "closed" : "incomplete", day, tenants, isComplete);
  }

  /** A tenant whose day cannot be closed costs only itself. */
  private boolean isClosed(SnapshotMessage message) {
    try {
      days.close(message, "inline");
      return true;
    } catch (RuntimeException failure) {
      parts.log().error("day not closed: " + failure, Map.of("tenant", message.tenant().value()));
      return false;
    }
  }
}
