package dev.maestro.google.pubsub;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/** What orchestrate asks of conduct: one slot of one tenant. */
public record CycleMessage(TenantId tenant, Slot slot) {
  private static final String TENANT = "tenant";
  private static final String SLOT = "slot";

  /** The fields that are published. */
  public Map<String, String> fields() {
    return Map.of(TENANT, tenant.value(), SLOT, slot.start().toString());
  }

  /**
   * Reads the data of an event.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static CycleMessage read(byte[] event) {
    PushedMessage message = PushedMessage.read(event);
    TenantId tenant = message.tenant(TENANT);
    try {
      return new CycleMessage(tenant, new Slot(Instant.parse(message.text(SLOT))));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "slot must be a time like 2026-01-31T16:00:00Z", malformed);
    }
  }
}
