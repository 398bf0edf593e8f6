package dev.maestro.google.pubsub;

import dev.maestro.engine.tenant.Tenant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** What is asked of a snapshot: one closed day of one tenant. */
public record SnapshotMessage(String tenant, LocalDate day) {
  /** The topic that these messages are on. */
  public static final String TOPIC = "maestro-snapshots";

  private static final String TENANT = "tenant";
  private static final String DAY = "day";

  /** The fields that are published. */
  public Map<String, String> fields() {
    return Map.of(TENANT, tenant, DAY, day.toString());
  }

  /**
   * Reads the data of an event.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static SnapshotMessage read(byte[] event) {
    PushedMessage message = PushedMessage.read(event);
    String tenant = message.text(TENANT);
    if (!Tenant.isValidId(tenant)) {
      throw new IllegalArgumentException("tenant must be 1 to 64 of letters, digits, hyphen");
    }
    try {
      return new SnapshotMessage(tenant, LocalDate.parse(message.text(DAY)));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("day must be a day like 2026-01-31", malformed);
    }
  }
}
