package dev.maestro.firestore.rules;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who calls Firestore.
 *
 * @param authorization the header to send; empty for who does not sign in
 */
record RulesCaller(String name, Optional<String> authorization) {
  /** The emulator's own word for who may do everything. */
  static final RulesCaller ADMIN = new RulesCaller("admin", Optional.of("Bearer owner"));

  /** The columns of the access table. */
  static List<RulesCaller> all(String project) {
    return List.of(
        new RulesCaller("anonymous", Optional.empty()),
        signedIn("stranger", "sam", project, Map.of()),
        signedIn("forged", "fred", project, Map.of("tenant_id", "acme")),
        signedIn("switched", "sue", project, Map.of("tenant_id", "globex")),
        signedIn("unclaimed", "uma", project, Map.of()),
        signedIn("other", "gil", project, Map.of("tenant_id", "globex")),
        signedIn("solo", "acme", project, Map.of()),
        signedIn("viewer", "vera", project, Map.of("tenant_id", "acme")),
        signedIn("operator", "otto", project, Map.of("tenant_id", "acme")),
        signedIn("owner", "olga", project, Map.of("tenant_id", "acme")));
  }

  /** The membership documents behind the columns, path and role. */
  static Map<String, String> memberships() {
    return Map.of(
        "tenants/acme/users/sue", "viewer",
        "tenants/acme/users/uma", "viewer",
        "tenants/globex/users/gil", "admin",
        "tenants/acme/users/acme", "viewer",
        "tenants/acme/users/vera", "viewer",
        "tenants/acme/users/otto", "operator",
        "tenants/acme/users/olga", "admin");
  }

  /** A user with an unsigned token: the emulator takes it as Firebase's. */
  static RulesCaller signedIn(String name, String uid, String project, Map<String, ?> claims) {
    Map<String, Object> payload = new LinkedHashMap<>(claims);
    payload.put("iss", "https://securetoken.google.com/" + project);
    payload.put("aud", project);
    payload.put("sub", uid);
    payload.put("user_id", uid);
    payload.put("iat", 0);
    payload.put("exp", 4_102_444_800L);
    String token = part(Map.of("alg", "none", "typ", "JWT")) + "." + part(payload) + ".";
    return new RulesCaller(name, Optional.of("Bearer " + token));
  }

  private static String part(Map<String, ?> fields) {
    byte[] json =
        new Gson()
            .newBuilder()
            .serializeNulls()
            .create()
            .toJson(fields)
            .getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }
}
