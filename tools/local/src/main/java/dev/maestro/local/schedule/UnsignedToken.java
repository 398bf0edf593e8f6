package dev.maestro.local.schedule;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Identity tokens without a signature, which functions take on an emulator only. */
public final class UnsignedToken {
  private static final Duration LIFE = Duration.ofHours(1);

  private UnsignedToken() {}

  /** What Cloud Scheduler would send: a token of Google for a service account; lives an hour. */
  public static String ofService(String email, String audience, Instant now) {
    return ofService(email, audience, now, LIFE);
  }

  /** The same, with another life, by the clock of the functions. */
  public static String ofService(String email, String audience, Instant now, Duration life) {
    JsonObject claims = new JsonObject();
    claims.addProperty("iss", "https://accounts.google.com");
    claims.addProperty("aud", audience);
    claims.addProperty("sub", email);
    claims.addProperty("email", email);
    claims.addProperty("email_verified", true);
    claims.addProperty("iat", now.getEpochSecond());
    claims.addProperty("exp", now.plus(life).getEpochSecond());
    return unsigned(claims);
  }

  /** What Firebase would give a user who speaks for a tenant; lives as long as its project. */
  public static String ofPerson(String uid, String tenant, String project) {
    JsonObject claims = new JsonObject();
    claims.addProperty("aud", project);
    claims.addProperty("sub", uid);
    claims.addProperty("tenant_id", tenant);
    return unsigned(claims);
  }

  private static String unsigned(JsonObject claims) {
    JsonObject header = new JsonObject();
    header.addProperty("alg", "none");
    header.addProperty("typ", "JWT");
    return encoded(header) + "." + encoded(claims) + ".";
  }

  private static String encoded(JsonObject part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
  }
}
