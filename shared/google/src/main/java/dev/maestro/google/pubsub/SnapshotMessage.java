package dev.maestro.google.pubsub;

import dev.maestro.engine.name.TenantId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** What is asked of a snapshot: one closed day of one tenant. */
public record SnapshotMessage(TenantId tenant, LocalDate day) {
  /** The topic that these messages are on. */
  public static final String TOPIC = "maestro-snapshots";

  private static final String TENANT = "tenant";
  private static final String DAY = "day";

  /** The fields that are published. */
  public Map<String, String> fields() {
    return Map.of(TENANT, tenant.value(), DAY, day.toString());
  }

  /**
   * Reads the data of an event.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static SnapshotMessage read(byte[] event) {
    PushedMessage message = PushedMessage.read(event);
    TenantId tenant = message.tenant(TENANT);
    try {
      LocalDate day = LocalDate.parse(message.text(DAY));
      if (day.isBefore(LocalDate.EPOCH)) {
        throw new IllegalArgumentException("day must be from 1970-01-01 on, got " + day);
      }
      return new SnapshotMessage(tenant, day);
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("day must be a day like 2026-01-31", malformed);
    }
  }
}
