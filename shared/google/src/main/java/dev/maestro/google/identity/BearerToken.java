package dev.maestro.google.identity;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The token of an {@code Authorization} header: header, claims, signature. What it says here is not
 * verified by anyone.
 */
final class BearerToken {
  private static final String SCHEME = "bearer ";

  private final String text;
  private final JsonObject header;
  private final TokenClaims claims;

  private BearerToken(String text, JsonObject header, TokenClaims claims) {
    this.text = text;
    this.header = header;
    this.claims = claims;
  }

  /**
   * Takes the token out of the header.
   *
   * @throws UnauthorizedException if there is none, or none that can be read
   */
  static BearerToken of(Optional<String> authorization) throws UnauthorizedException {
    String value = authorization.map(String::strip).orElse("");
    if (!value.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new UnauthorizedException("the header 'Authorization: Bearer TOKEN' is missing");
    }
    String token = value.substring(SCHEME.length()).strip();
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new UnauthorizedException("the token is not a JSON web token");
    }
    return new BearerToken(token, decoded(parts[0]), claims(decoded(parts[1])));
  }

  /** As it was sent. */
  String text() {
    return text;
  }

  /** What it claims, unproven. */
  TokenClaims unprovenClaims() {
    return claims;
  }

  /** True for alg none with an empty signature. */
  boolean isUnsigned() {
    return header.has("alg")
        && header.get("alg").isJsonPrimitive()
        && header.get("alg").getAsString().equals("none")
        && text.endsWith(".");
  }

  /**
   * The claims of a token without a signature; for emulators only.
   *
   * @throws UnauthorizedException if the token is signed
   */
  TokenClaims unsigned() throws UnauthorizedException {
    if (!isUnsigned()) {
      throw new UnauthorizedException("an emulator takes unsigned tokens only (alg none)");
    }
    return claims;
  }

  private static JsonObject decoded(String part) throws UnauthorizedException {
    try {
      byte[] json = Base64.getUrlDecoder().decode(part);
      return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (IllegalArgumentException | IllegalStateException | JsonParseException malformed) {
      throw new UnauthorizedException("the token is not a JSON web token");
    }
  }

  /** The claims that are a text, a number, true or false, or a list of texts. */
  private static TokenClaims claims(JsonObject object) {
    Map<String, Object> values = new LinkedHashMap<>();
    object
        .entrySet()
        .forEach(
            claim -> {
              if (claim.getValue().isJsonPrimitive()) {
                var value = claim.getValue().getAsJsonPrimitive();
                values.put(
                    claim.getKey(),
                    value.isBoolean()
                        ? (Object) value.getAsBoolean()
                        : value.isNumber() ? value.getAsNumber() : value.getAsString());
              } else if (claim.getValue().isJsonArray()) {
                List<String> texts = new ArrayList<>();
                claim
                    .getValue()
                    .getAsJsonArray()
                    .forEach(
                        text ->
                            texts.add(
                                text.isJsonPrimitive() ? text.getAsString() : text.toString()));
                values.put(claim.getKey(), texts);
              }
            });
    return new TokenClaims(values);
  }
}
