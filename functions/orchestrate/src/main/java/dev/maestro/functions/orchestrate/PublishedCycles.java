package dev.maestro.functions.orchestrate;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.google.pubsub.CycleMessage;
import dev.maestro.google.pubsub.TopicPublisher;
import dev.maestro.wiring.ActiveTenants;
import dev.maestro.wiring.CloudParts;
import java.util.List;

/** One message per tenant; conduct does the rest. */
final class PublishedCycles implements CycleFanOut {
  private final ActiveTenants tenants;
  private final TopicPublisher publishing;
  private final String topic;

  PublishedCycles(CloudParts parts, ActiveTenants tenants) {
    this.tenants = tenants;
    this.publishing = new TopicPublisher(parts.settings());
    this.topic = parts.settings().cyclesTopic();
  }

  @Override
  public Result start(Slot slot) {
    List<TenantId> active = tenants.list();
    if (!active.isEmpty()) {
      publishing.publish(
          topic, active.stream().map(tenant -> new CycleMessage(tenant, slot).fields()).toList());
    }
    return new Result("published", active.size(), List.of(), true);
  }
}
