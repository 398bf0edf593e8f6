package dev.maestro.wiring;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.tenant.Variables;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.google.pubsub.CycleMessage;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Cycles of tenants on Firestore, and what is said of them. */
public final class TenantCycles {
  private final ConductSlot conducting;

  /**
   * Cycles that ask this market.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException if the environment names no
   *     profile of the trading policy, or a parameter out of its range: the function does not start
   */
  public TenantCycles(CloudParts parts, MarketPort market) {
    Map<String, String> environment = parts.settings().environment();
    parts.log().info(Variables.check(environment).startupLine(), Map.of());
    this.conducting =
        new ConductSlot(
            new FirestoreCycles(parts.firestore(), environment),
            market,
            (tenant, code, message, now) ->
                parts.alerts().raise(tenant, code, message, parts.function(), now),
            parts.clock(),
            parts.settings().slotLease(),
            EngineVersion.CURRENT);
  }

  /**
   * Decides a slot.
   *
   * @param eventId of the delivery, for people
   * @throws dev.maestro.engine.conduct.BusySlotException if it must come again
   */
  public Conclusion conduct(CycleMessage message, String eventId) {
    String owner = eventId + "/" + UUID.randomUUID();
    return conducting.conduct(message.tenant(), message.slot(), owner);
  }

  /** The conclusion in words. */
  public static String told(Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Decided decided) {
      return decided.commit().outcome().summary();
    }
    if (conclusion instanceof Conclusion.Refused refused) {
      return "refused: " + refused.why();
    }
    if (conclusion instanceof Conclusion.Inactive) {
      return "the tenant is not active";
    }
    return conclusion instanceof Conclusion.Expired ? "EXPIRED" : "done already";
  }

  /** What a cycle is about, as fields of a log line. */
  public static Map<String, String> fields(CycleMessage message) {
    return Map.of("tenant", message.tenant().value(), "slot", message.slot().start().toString());
  }

  /** The conclusion as fields of a log line. */
  public static Map<String, String> fields(CycleMessage message, Conclusion conclusion) {
    Map<String, String> fields = new TreeMap<>(fields(message));
    fields.put("outcome", conclusion.getClass().getSimpleName());
    if (conclusion instanceof Conclusion.Decided decided) {
      fields.put("session_id", decided.commit().outcome().sessionId());
      fields.put("duration_ms", String.valueOf(decided.commit().took().toMillis()));
    }
    return fields;
  }
}
