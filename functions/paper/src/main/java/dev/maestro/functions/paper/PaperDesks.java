package dev.maestro.functions.paper;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.paper.desk.DeskRun;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.paper.desk.PaperPort;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.account.FirestoreAccounts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.paper.FirestorePaper;
import dev.maestro.google.pubsub.IntentMessage;
import dev.maestro.wiring.CloudParts;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The desk in Firestore, and what is said of its work. */
final class PaperDesks {
  private static final int TOKEN_BYTES = 32;

  private final CloudParts parts;
  private final PaperDesk desk;
  private final SecureRandom random = new SecureRandom();

  PaperDesks(CloudParts parts) {
    this.parts = parts;
    PaperPort books = new FirestorePaper(parts.firestore(), parts.settings().environment());
    this.desk =
        new PaperDesk(
            books,
            new FirestoreLedgers(
                parts.firestore(), parts.clock(), parts.alerts(), parts.function()),
            new FirestoreAccounts(parts.firestore()),
            this::token);
  }

  /**
   * Takes the intent of a message, if its account is one of ours. What can be tried again is
   * thrown; what cannot, such as a book that nobody can read, is left to the minutes to come.
   */
  void take(IntentMessage message) {
    try {
      DeskRun run =
          desk.onIntent(
              message.tenant(), message.account(), message.nonce(), parts.clock().instant());
      tell(message.tenant(), run);
    } catch (UnavailableException later) {
      throw later;
    } catch (RuntimeException broken) {
      parts.log().error("an intent was not taken: " + broken, message.fields());
    }
  }

  /**
   * What became of a tenant's minute.
   *
   * @param failed accounts that could not be worked on
   */
  record Minute(int accounts, int failed) {}

  /** The work of a minute for paper accounts of a tenant; each costs only itself. */
  Minute tick(TenantId tenant, List<AccountId> accounts) {
    int failed = 0;
    for (AccountId account : accounts) {
      try {
        tell(tenant, desk.tick(tenant, account, parts.clock().instant()));
      } catch (RuntimeException failure) {
        failed++;
        parts
            .log()
            .error(
                "no minute on paper: " + failure,
                Map.of("tenant", tenant.value(), "account", account.value()));
      }
    }
    return new Minute(accounts.size(), failed);
  }

  /** Says that an event can never be used. */
  void drop(String why, String eventId) {
    parts
        .log()
        .error(
            "event dropped: " + why,
            Map.of("dropped", AlertCode.UNREADABLE_EVENT, "event_id", eventId));
    parts
        .alerts()
        .raise(
            "unknown", AlertCode.UNREADABLE_EVENT, why, parts.function(), parts.clock().instant());
  }

  private void tell(TenantId tenant, DeskRun run) {
    for (DeskRun.Refusal refusal : run.refused()) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("tenant", tenant.value());
      fields.put("id", refusal.id());
      fields.put("code", refusal.code());
      if (refusal.isLost()) {
        parts.log().warn("the ledger does not book what was filled on paper", fields);
      } else {
        parts.log().info("an intent was not granted", fields);
      }
    }
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
