package dev.maestro.functions.reweigh;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.wiring.CloudParts;
import java.util.Map;
import java.util.Optional;

/** Where the function puts what it has to drop: into the log, and before people. */
record DroppedEvents(CloudParts parts) {
  /** Whose alert it is when nobody can say. */
  private static final String UNKNOWN = "unknown";

  /** Drops an event that names no trade. */
  void unreadable(String eventId, String why) {
    parts
        .log()
        .error("event dropped: " + why, Map.of("dropped", "unreadable_event", "event_id", eventId));
    alert(UNKNOWN, AlertCode.UNREADABLE_EVENT, "event " + eventId + ": " + why);
  }

  /** Drops news whose result can never be stored. */
  void refused(String eventId, TradePath trade, String why) {
    parts
        .log()
        .error(
            "weights refused: " + why,
            Map.of("dropped", "refused", "event_id", eventId, "uid", trade.uid().value()));
    alert(tenantOf(trade), AlertCode.WEIGHTS_REFUSED, "weights of " + trade.uid() + ": " + why);
  }

  /** Whose weights they are; the user's own if nothing can be read. */
  private String tenantOf(TradePath trade) {
    try {
      return FirestoreReweigh.stored(parts.firestore())
          .load(trade.uid(), Optional.of(trade.tradeId()))
          .tenantOf(trade.uid())
          .map(TenantId::value)
          .orElse(trade.uid().value());
    } catch (RuntimeException unreadable) {
      return trade.uid().value();
    }
  }

  private void alert(String about, AlertCode code, String message) {
    parts.alerts().raise(about, code, message, parts.function(), parts.clock().instant());
  }
}
