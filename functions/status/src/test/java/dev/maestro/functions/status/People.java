package dev.maestro.functions.status;

import com.google.gson.Gson;
import dev.maestro.firestore.tenant.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tokens by the kind of caller who shows them. */
final class People {
  static final String PROJECT = "demo-status";
  static final String AUDIENCE = "https://status.example";
  static final String SERVICE_ID = "100000000000000000001";

  private People() {}

  /** A value of the Authorization header; empty for nobody. */
  static Optional<String> header(String kind) {
    return switch (kind) {
      case "nobody" -> Optional.empty();
      case "basic" -> Optional.of("Basic dmlld2VyOnNlY3JldA==");
      case "garbage" -> Optional.of("Bearer abc.def.ghi");
      case "signed by a stranger" ->
          Optional.of(bearer("RS256", person("viewer", "acme")) + "AAAA");
      case "expired" -> Optional.of(unsigned(with(person("viewer", "acme"), "exp", 1_000_000_000)));
      case "of another project" ->
          Optional.of(unsigned(with(person("viewer", "acme"), "aud", "demo-else")));
      case "without a name" -> Optional.of(unsigned(Map.of("aud", PROJECT, "tenant_id", "acme")));
      case "path for a name" -> Optional.of(unsigned(person("x/../viewer", "acme")));
      case "path for a tenant" -> Optional.of(unsigned(person("viewer", "acme/users/viewer")));
      case "number for a tenant" ->
          Optional.of(unsigned(with(person("viewer", "x"), "tenant_id", 7)));
      case "stranger" -> Optional.of(unsigned(Map.of("aud", PROJECT, "sub", "stranger")));
      case "solo" -> Optional.of(unsigned(Map.of("aud", PROJECT, "sub", "solo")));
      case "forged claim" -> Optional.of(unsigned(person("mallory", "acme")));
      case "of another tenant" -> Optional.of(unsigned(person("gina", "globex")));
      case "exec-1", "exec-2", "paper" -> Optional.of(unsigned(person(kind, "acme")));
      case "broken membership" -> Optional.of(unsigned(person("broken", "acme")));
      case "service" -> Optional.of(unsigned(service()));
      case "service for another audience" ->
          Optional.of(unsigned(with(service(), "aud", "https://else.example")));
      case "service without an end" -> Optional.of(unsigned(without(service(), "exp")));
      default -> {
        Role role = Role.of(kind).orElseThrow(() -> new IllegalArgumentException(kind));
        yield Optional.of(unsigned(person(role.word(), "acme")));
      }
    };
  }

  /**
   * A token that is no good, though the membership of its user has that role.
   *
   * @param fault what is wrong with it
   */
  static Optional<String> header(String fault, Role role) {
    Map<String, Object> good = person(role.word(), "acme");
    return switch (fault) {
      case "none" -> Optional.empty();
      case "malformed" -> header(role.word()).map(token -> token.replace('.', '_'));
      case "expired" -> Optional.of(unsigned(with(good, "exp", 1_000_000_000)));
      case "of another project" -> Optional.of(unsigned(with(good, "aud", "demo-else")));
      case "signed by a stranger" -> Optional.of(bearer("RS256", good) + "AAAA");
      case "of another tenant" -> Optional.of(unsigned(with(good, "tenant_id", "globex")));
      default -> throw new IllegalArgumentException(fault);
    };
  }

  private static Map<String, Object> person(String uid, String tenant) {
    return Map.of("aud", PROJECT, "sub", uid, "tenant_id", tenant, "exp", soon());
  }

  private static Map<String, Object> service() {
    return Map.of(
        "iss",
        "https://accounts.google.com",
        "aud",
        AUDIENCE,
        "sub",
        SERVICE_ID,
        "email",
        "bot@trading.example",
        "exp",
        soon());
  }

  private static long soon() {
    return Instant.now().plusSeconds(600).getEpochSecond();
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> others = new TreeMap<>(claims);
    others.put(name, value);
    return others;
  }

  private static Map<String, Object> without(Map<String, Object> claims, String name) {
    Map<String, Object> others = new TreeMap<>(claims);
    others.remove(name);
    return others;
  }

  private static String unsigned(Map<String, Object> claims) {
    return bearer("none", claims);
  }

  private static String bearer(String algorithm, Map<String, Object> claims) {
    Gson gson = new Gson();
    String header = gson.toJson(Map.of("alg", algorithm, "typ", "JWT", "kid", "k"));
    return bearer(header, gson.toJson(claims), "");
  }

  /** Of a header and claims that need not be JSON, and a signature that need not be one. */
  static String bearer(String... parts) {
    return "Bearer " + encoded(parts[0]) + "." + encoded(parts[1]) + "." + parts[2];
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
