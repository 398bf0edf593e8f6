package dev.maestro.firestore.claim;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.capital.intent.TokenHash;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ledger/{account}/tokens/{nonce}}: the hash of the token of an intent that has ended, for
 * reports that come late. The ledger has those of the open ones. Members read intents, and nobody
 * reads this: so it stands in neither.
 */
final class TokenDocument {
  private static final String FIELD = IntentForm.TOKEN_HASH.name();

  /** Stands where the hash is not looked for; no token has it that anybody could find. */
  private static final String NOBODYS = "0".repeat(64);

  private TokenDocument() {}

  /** All fields of the document; empty while the ledger has the hash, or nobody has claimed it. */
  static Optional<Map<String, Object>> fields(TenantId tenant, Intent intent) {
    return intent
        .token()
        .filter(hash -> !intent.state().isOpen())
        .map(hash -> Map.of(FIELD, hash.value(), "tenant_id", tenant.value()));
  }

  /** The fields of an intent without it. */
  static Map<String, Object> hidden(Map<String, Object> intent) {
    Map<String, Object> shown = new LinkedHashMap<>(intent);
    shown.remove(FIELD);
    return shown;
  }

  /**
   * The fields of an intent with it.
   *
   * @param token empty: it was not read, or is lost, and nobody's token is the right one
   */
  static Fields revealed(Fields intent, Optional<Fields> token) {
    if (!IntentForm.STATE.in(intent).wasClaimed()) {
      return intent.with(FIELD, "");
    }
    return intent.with(
        FIELD, token.flatMap(IntentForm.TOKEN_HASH::in).map(TokenHash::value).orElse(NOBODYS));
  }
}
