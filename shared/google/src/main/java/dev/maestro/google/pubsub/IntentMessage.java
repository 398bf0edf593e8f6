package dev.maestro.google.pubsub;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.util.Map;

/**
 * What a cycle tells executors: that an intent waits. A nudge only: the claim says whether it does,
 * and what its order is.
 *
 * @param strategy whose it is; blank for what nobody holds
 * @param kind ENTRY or EXIT, so that subscriptions can filter
 */
public record IntentMessage(
    TenantId tenant, AccountId account, Nonce nonce, String strategy, String kind) {
  /** The topic that executors listen to. */
  public static final String TOPIC = "maestro-intents";

  private static final String TENANT = "tenant";
  private static final String ACCOUNT = "account";
  private static final String NONCE = "nonce";
  private static final String STRATEGY = "strategy";
  private static final String KIND = "kind";

  /** The message about an intent. */
  public static IntentMessage of(TenantId tenant, AccountId account, Intent intent) {
    return new IntentMessage(
        tenant,
        account,
        intent.nonce(),
        intent.key().holder().value(),
        intent.order().kind().name());
  }

  /** The fields that are published, as data and as attributes. */
  public Map<String, String> fields() {
    return Map.of(
        TENANT, tenant.value(),
        ACCOUNT, account.value(),
        NONCE, nonce.value(),
        STRATEGY, strategy,
        KIND, kind);
  }

  /**
   * Reads the data of an event.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static IntentMessage read(byte[] event) {
    PushedMessage message = PushedMessage.read(event);
    return new IntentMessage(
        message.tenant(TENANT),
        new AccountId(message.text(ACCOUNT)),
        new Nonce(message.text(NONCE)),
        message.text(STRATEGY),
        message.text(KIND));
  }
}
