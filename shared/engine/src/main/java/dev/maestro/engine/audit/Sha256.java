package dev.maestro.engine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, as lower-case hex. */
public final class Sha256 {
  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /** The hash of a text in UTF-8, 64 hex digits. */
  public static String hex(String text) {
    return HEX.formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The hash of the first bytes of an array. */
  static String hex(byte[] bytes, int length) {
    MessageDigest digest = digest();
    digest.update(bytes, 0, length);
    return HEX.formatHex(digest.digest());
  }

  /**
   * The hash of several texts, each preceded by its length in UTF-8 bytes (4 bytes, big-endian), so
   * that no two different lists hash the same bytes.
   */
  public static String hexOfParts(String... parts) {
    byte[][] texts = new byte[parts.length][];
    int size = 0;
    for (int i = 0; i < parts.length; i++) {
      texts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
      size += Integer.BYTES + texts[i].length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    for (byte[] text : texts) {
      bytes.putInt(text.length).put(text);
    }
    return HEX.formatHex(digest().digest(bytes.array()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
