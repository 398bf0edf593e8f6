package dev.maestro.engine.name;

import java.nio.charset.StandardCharsets;

/**
 * Names that the store of documents takes. Firestore keeps {@code __this__} for itself, and lets
 * the path of a field have 1,500 bytes, of which some are left for where the name stands.
 */
public final class StoredName {
  /** Bytes of UTF-8 in the name of a field. */
  public static final int MAX_BYTES = 1000;

  private static final String RESERVED = "__";

  /** The most bytes that one char takes; a pair of them takes less than twice as many. */
  private static final int MAX_BYTES_PER_CHAR = 3;

  private StoredName() {}

  /** True if a field can have it: 1 to 1,000 bytes, and not reserved. */
  public static boolean isOfField(String name) {
    return !name.isEmpty()
        && !isReserved(name)
        && (name.length() <= MAX_BYTES / MAX_BYTES_PER_CHAR
            || name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
  }

  private static boolean isReserved(String name) {
    return name.length() >= 2 * RESERVED.length()
        && name.startsWith(RESERVED)
        && name.endsWith(RESERVED);
  }

  /** True if a document can have it, as far as its letters are taken at all. */
  public static boolean isOfDocument(String id) {
    return isOfField(id) && !id.equals(".") && !id.equals("..");
  }
}
