package dev.maestro.wiring;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.conduct.ledger.PublishIntentsPort;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.pubsub.IntentMessage;
import dev.maestro.google.pubsub.TopicPublisher;
import java.util.List;
import java.util.Map;

/** Tells executors on the topic of intents; what cannot be told now is told by the next cycle. */
final class IntentMessages implements PublishIntentsPort {
  private final TopicPublisher publisher;
  private final CloudLog log;

  IntentMessages(CloudParts parts) {
    this.publisher = new TopicPublisher(parts.settings());
    this.log = parts.log();
  }

  @Override
  public void publish(TenantId tenant, AccountId account, List<Intent> waiting) {
    List<Map<String, String>> messages =
        waiting.stream().map(intent -> IntentMessage.of(tenant, account, intent).fields()).toList();
    try {
      publisher.publish(IntentMessage.TOPIC, messages);
    } catch (UnavailableException later) {
      log.warn(
          "executors were not told of " + messages.size() + " intents: " + later.getMessage(),
          Map.of("tenant", tenant.value(), "event", "publication_failed"));
    }
  }
}
