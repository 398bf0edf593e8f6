package dev.maestro.functions.paper;

import com.google.cloud.functions.CloudEventsFunction;
import dev.maestro.google.pubsub.IntentMessage;
import dev.maestro.wiring.CloudParts;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.util.Optional;

/**
 * Takes one intent for the broker on paper.
 *
 * <p>Trigger: a message {@code {tenant, account, nonce, strategy, kind}} on {@code
 * maestro-intents}. Effect: where the account names the executor {@code paper}, the intent is
 * claimed and its order is in the account's book; intents of other accounts are left alone.
 * Delivered twice: the second time does nothing. Retried: whatever the store does not answer, and
 * books that another call changed. Dropped with an alert: a message that cannot be read. A message
 * that is lost costs at most a minute: {@code paper-tick} takes what nobody took.
 */
public final class PaperFunction implements CloudEventsFunction {
  private static final byte[] NONE = {};

  private final PaperDesks desks;

  /** Wires the real parts from the environment. */
  public PaperFunction() {
    this(CloudParts.fromEnvironment("paper"));
  }

  PaperFunction(CloudParts parts) {
    this.desks = new PaperDesks(parts);
  }

  @Override
  public void accept(CloudEvent event) {
    byte[] data = Optional.ofNullable(event.getData()).map(CloudEventData::toBytes).orElse(NONE);
    take(data, event.getId());
  }

  void take(byte[] data, String eventId) {
    IntentMessage message;
    try {
      message = IntentMessage.read(data);
    } catch (RuntimeException unreadable) {
      desks.drop(String.valueOf(unreadable.getMessage()), eventId);
      return;
    }
    desks.take(message);
  }
}
