package dev.maestro.functions.reweigh;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.gcp.firestore.Paths;
import dev.maestro.gcp.firestore.StoreCalls;
import dev.maestro.gcp.firestore.StoredFields;
import dev.maestro.gcp.wiring.CloudParts;
import java.util.Map;

/** Where the function puts what it has to drop: into the log, and before people. */
record DroppedEvents(CloudParts parts) {
  /** Whose alert it is when nobody can say. */
  private static final String UNKNOWN = "unknown";

  /** Drops an event that names no trade. */
  void unreadable(String eventId, String why) {
    parts
        .log()
        .error("event dropped: " + why, Map.of("dropped", "unreadable_event", "event_id", eventId));
    alert(UNKNOWN, "UNREADABLE_EVENT", "event " + eventId + ": " + why);
  }

  /** Drops news whose result can never be stored. */
  void refused(String eventId, TradePath trade, String why) {
    parts
        .log()
        .error(
            "weights refused: " + why,
            Map.of("dropped", "refused", "event_id", eventId, "uid", trade.uid()));
    alert(tenantOf(trade), "WEIGHTS_REFUSED", "weights of " + trade.uid() + ": " + why);
  }

  /** The tenant that the trade names; else the user, who is a tenant of one. */
  private String tenantOf(TradePath trade) {
    try {
      DocumentSnapshot document =
          StoreCalls.await(
              parts.firestore().document(Paths.trade(trade.uid(), trade.tradeId())).get());
      return StoredFields.of(document)
          .optionalText("tenant_id")
          .filter(Tenant::isValidId)
          .orElse(trade.uid());
    } catch (RuntimeException unreadable) {
      return trade.uid();
    }
  }

  private void alert(String tenant, String code, String message) {
    parts.alerts().raise(tenant, code, message, parts.function(), parts.clock().instant());
  }
}
