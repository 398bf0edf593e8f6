package dev.maestro.gcp.identity;

import com.google.gson.Gson;
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

  String unsigned() {
    return head("none") + ".";
  }

  String signed(KeyPair keys) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(head("RS256").getBytes(StandardCharsets.US_ASCII));
      return head("RS256") + "." + encoded(signature.sign());
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

  private String head(String algorithm) {
    Gson gson = new Gson();
    return encoded(
            gson.toJson(Map.of("alg", algorithm, "typ", "JWT")).getBytes(StandardCharsets.UTF_8))
        + "."
        + encoded(gson.toJson(claims).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
