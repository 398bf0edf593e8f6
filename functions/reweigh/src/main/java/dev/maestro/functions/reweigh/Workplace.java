package dev.maestro.functions.reweigh;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.reweigh.Reweighing;
import dev.maestro.gcp.alert.Alerts;
import dev.maestro.gcp.firestore.FirestoreConnection;
import dev.maestro.gcp.firestore.IoMeter;
import dev.maestro.gcp.log.CloudLog;
import dev.maestro.gcp.settings.CloudSettings;
import dev.maestro.gcp.weights.CloudReweighing;
import java.time.Instant;
import java.util.Map;

/** What the function works with, and where it puts what it has to drop. */
record Workplace(Reweighing reweighing, Alerts alerts, CloudLog log) {
  private static final String SOURCE = "reweigh";

  /** An alert that is no tenant's business. */
  private static final String OPERATIONS = "operations";

  /** Connects as the environment says. */
  static Workplace open(Map<String, String> environment) {
    CloudSettings settings = CloudSettings.read(environment);
    CloudLog log = CloudLog.standard().with(Map.of("function", SOURCE));
    Firestore firestore = FirestoreConnection.open(settings, new IoMeter());
    Alerts alerts = new Alerts(firestore, log);
    return new Workplace(CloudReweighing.of(firestore, alerts, environment), alerts, log);
  }

  /** Drops an event that names no trade. */
  void dropUnreadable(String eventId, String why, Instant now) {
    log.error("event dropped: " + why, Map.of("dropped", "unreadable_event", "event_id", eventId));
    alerts.raise(OPERATIONS, "UNREADABLE_EVENT", "event " + eventId + ": " + why, SOURCE, now);
  }

  /** Drops news whose result can never be stored. */
  void dropRefused(String eventId, TradePath trade, String why, Instant now) {
    log.error(
        "weights refused: " + why,
        Map.of("dropped", "refused", "event_id", eventId, "uid", trade.uid()));
    String message = "weights of " + trade.uid() + ": " + why;
    alerts.raise(trade.uid(), "WEIGHTS_REFUSED", message, SOURCE, now);
  }
}
