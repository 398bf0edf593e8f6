package dev.maestro.functions.conduct;

import com.google.cloud.functions.CloudEventsFunction;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.narration.Narrator;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.log.Trace;
import dev.maestro.google.pubsub.CycleMessage;
import dev.maestro.market.host.MarketDesk;
import dev.maestro.vertex.VertexNarrator;
import dev.maestro.vertex.VertexSettings;
import dev.maestro.wiring.CloudParts;
import dev.maestro.wiring.TenantCycles;
import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides one slot of one tenant.
 *
 * <p>Trigger: a message {@code {tenant, slot}} on {@code maestro-cycles}. Effect: one record in the
 * decision log and all that belongs to it, in one commit. Delivered twice, or at once: one delivery
 * decides, the others do nothing or come again. Retried: a slot that another delivery holds,
 * whatever the store does not answer, and, with the alert CYCLE_FAILED, a cycle that fails for a
 * fault of ours: until it is mended the tenant makes no exits either. Dropped with an alert: a
 * message or tenant that cannot be read, a record that the store refuses for good; without one: a
 * slot that is too old or was given up (EXPIRED), and one of a tenant that is not active. A person
 * mends what the alert names; the next slot comes by itself. A slot that another delivery took and
 * did not finish is decided without the jars of strategies, with the alert SLOT_TAKEN_OVER.
 *
 * <p>Last of all, and for at most ten seconds, a narrator is asked for words, if one is set up; the
 * slot is DONE by then, and whatever becomes of it is in the record.
 */
public final class ConductFunction implements CloudEventsFunction {
  private final CloudParts parts;
  private final TenantCycles cycles;

  /** Wires the real parts from the environment. */
  public ConductFunction() {
    this(CloudParts.fromEnvironment("conduct"));
  }

  ConductFunction(CloudParts parts) {
    this(parts, narrator(parts));
  }

  ConductFunction(CloudParts parts, Optional<Narrator> narrator) {
    this.parts = parts;
    List<String> faults = new ArrayList<>();
    MarketDesk desk = MarketDesk.open(parts.settings().strategyFolder(), faults::add);
    this.cycles = new TenantCycles(parts, desk, narrator);
    parts.tellAtStart(AlertCode.UNUSABLE_STRATEGIES, faults);
  }

  /** Words are no reason to stop trading: settings that cannot be used are told, and no more. */
  private static Optional<Narrator> narrator(CloudParts parts) {
    try {
      return VertexSettings.read(parts.settings().environment()).map(VertexNarrator::new);
    } catch (InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> parts.log().error("no narrator: " + error, Map.of()));
      return Optional.empty();
    }
  }

  @Override
  public void accept(CloudEvent event) {
    CycleMessage message;
    try {
      message = CycleMessage.read(Optional.ofNullable(event.getData()).orElseThrow().toBytes());
    } catch (RuntimeException unreadable) {
      drop(event, String.valueOf(unreadable.getMessage()));
      return;
    }
    tell(event, message, cycles.conduct(message, event.getId()));
  }

  /** A slot that is refused is an event dropped; its alert is raised already. */
  private void tell(CloudEvent event, CycleMessage message, Conclusion conclusion) {
    CloudLog log =
        parts
            .log()
            .with(
                Trace.field(
                    parts.settings().projectId(),
                    Optional.ofNullable(event.getExtension("traceparent"))));
    if (conclusion instanceof Conclusion.Refused) {
      Map<String, String> fields = new TreeMap<>(TenantCycles.fields(message, conclusion));
      fields.putAll(Map.of("dropped", "refused", "event_id", event.getId()));
      log.error(TenantCycles.told(conclusion), fields);
    } else {
      TenantCycles.tell(log, message, conclusion);
    }
  }

  private void drop(CloudEvent event, String why) {
    parts
        .log()
        .error(
            "event dropped: " + why,
            Map.of("dropped", "unreadable_event", "event_id", event.getId()));
    parts
        .alerts()
        .raise(
            "unknown", AlertCode.UNREADABLE_EVENT, why, parts.function(), parts.clock().instant());
  }
}
