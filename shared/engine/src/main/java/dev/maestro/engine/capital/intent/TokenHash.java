package dev.maestro.engine.capital.intent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of an executor's own token, in hex. The token itself is never kept. */
public record TokenHash(String value) {
  private static final int HEX_LENGTH = 64;

  /** Refuses what is no hash. */
  public TokenHash {
    if (value.length() != HEX_LENGTH) {
      throw new IllegalArgumentException("the hash of a token has 64 hex digits");
    }
  }

  /** The hash of a token. */
  public static TokenHash of(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new TokenHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
