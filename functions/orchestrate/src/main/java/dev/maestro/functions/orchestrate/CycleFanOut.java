package dev.maestro.functions.orchestrate;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.wiring.ActiveTenants;
import dev.maestro.wiring.CloudParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a slot reaches the tenants. */
interface CycleFanOut {
  /**
   * What became of a slot.
   *
   * @param status in words
   * @param sessionIds of the cycles that were decided here
   * @param isComplete false: Scheduler should call again
   */
  record Result(String status, int tenants, List<String> sessionIds, boolean isComplete) {
    Map<String, Object> fields(Slot slot) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("status", status);
      fields.put("slot", slot.start().toString());
      fields.put("tenants", tenants);
      if (!sessionIds.isEmpty()) {
        fields.put("session_ids", sessionIds);
      }
      return fields;
    }
  }

  /** Starts a slot for every active tenant. */
  Result start(Slot slot);

  /** The way that the settings call for. */
  static CycleFanOut of(CloudParts parts) {
    ActiveTenants tenants = new ActiveTenants(parts);
    return parts.settings().isFanoutInline()
        ? new InlineCycles(parts, tenants)
        : new PublishedCycles(parts, tenants);
  }
}
