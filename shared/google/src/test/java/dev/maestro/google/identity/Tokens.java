package dev.maestro.google.identity;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** JSON web tokens for tests: without a signature, or signed with a key of our own. */
final class Tokens {
  private final Map<String, Object> claims;

  private Tokens(Map<String, Object> claims) {
    this.claims = claims;
  }

  static Tokens saying(Map<String, ?> claims) {
    return new Tokens(new TreeMap<>(claims));
  }

  Tokens but(String claim, Object value) {
    Map<String, Object> others = new TreeMap<>(claims);
    others.put(claim, value);
    return new Tokens(others);
  }

  Tokens without(String claim) {
    Map<String, Object> others = new TreeMap<>(claims);
    others.remove(claim);
    return new Tokens(others);
  }

  /** The claims as JSON. */
  String json() {
    return new Gson().toJson(claims);
  }

  String unsigned() {
    return encoded(header("none")) + "." + encoded(json()) + ".";
  }

  String signed(KeyPair keys) {
    return signed(header("RS256"), json(), keys);
  }

  static String header(String algorithm) {
    return new Gson().toJson(Map.of("alg", algorithm, "typ", "JWT"));
  }

  /** A good signature of any header and claims, well formed or not. */
  static String signed(String header, String claims, KeyPair keys) {
    try {
      String head = encoded(header) + "." + encoded(claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(head.getBytes(StandardCharsets.US_ASCII));
      return head + "." + encoded(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Answers a call with a JSON text. */
  static void answer(HttpExchange call, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
