package dev.maestro.functions.reweigh;

import com.google.cloud.functions.CloudEventsFunction;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.Reweigh.Outcome;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.google.log.Trace;
import dev.maestro.wiring.CloudParts;
import io.cloudevents.CloudEvent;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the weights of a user current when a trade of the journal is written or deleted.
 *
 * <p><b>Trigger:</b> Firestore, {@code google.cloud.firestore.document.v1.written} on {@code
 * users/{uid}/tradeJournal/{tradeId}}, deployed with {@code --retry}. The event is only a nudge:
 * the trade is read as it is now, so order, repetition and delay do not matter.
 *
 * <p><b>Effect:</b> the windows, the weights and one log entry, in one batch; nothing if nothing
 * changed. Two documents read, at most three written; more only for a rebuild. After it, one read
 * and one write that makes the tenant's next cycle look again, for a trade that came too late for
 * cycles.
 *
 * <p><b>Retried:</b> every failure that may pass. The event comes again for 24 hours.
 *
 * <p><b>Dropped:</b> an event that names no trade ({@code dropped: unreadable_event}), and what
 * Firestore can never store ({@code dropped: refused}). Both are logged with the event's id,
 * counted by the log-based metric {@code maestro-events-dropped}, and raise an alert.
 *
 * <p><b>What a person does:</b> for {@code UNREADABLE_EVENT}, mend the trigger. For {@code
 * WEIGHTS_REFUSED}, do what the message says; storing the tenant's configuration again weighs its
 * users again, so nothing is lost.
 */
public final class ReweighFunction implements CloudEventsFunction {
  private final CloudParts parts = CloudParts.fromEnvironment("reweigh");
  private final DroppedEvents dropped = new DroppedEvents(parts);
  private final Reweigh reweighing =
      FirestoreReweigh.of(parts.firestore(), parts.alerts(), System.getenv());

  @Override
  public void accept(CloudEvent event) {
    TradePath trade;
    try {
      trade = TradePath.of(event);
    } catch (IllegalArgumentException unreadable) {
      dropped.unreadable(event.getId(), String.valueOf(unreadable.getMessage()));
      return;
    }
    try {
      Outcome outcome =
          reweighing.onTradeWritten(
              trade.uid(), trade.tradeId(), event.getId(), parts.clock().instant());
      parts
          .log()
          .with(
              Trace.field(
                  parts.settings().projectId(),
                  Optional.ofNullable(event.getExtension("traceparent"))))
          .info("followed", fields(event, trade, outcome));
    } catch (RefusedByStoreException refused) {
      dropped.refused(event.getId(), trade, String.valueOf(refused.getMessage()));
    }
  }

  private static Map<String, Object> fields(CloudEvent event, TradePath trade, Outcome outcome) {
    return Map.of(
        "event_id", event.getId(),
        "uid", trade.uid().value(),
        "trade_id", trade.tradeId(),
        "revision", outcome.revision(),
        "changed", outcome.isChanged());
  }
}
