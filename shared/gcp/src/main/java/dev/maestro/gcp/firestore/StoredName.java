package dev.maestro.gcp.firestore;

import java.util.regex.Pattern;

/** Names that Firestore takes, for a field or a document. */
public final class StoredName {
  /** Characters; Firestore counts 1500 bytes. */
  public static final int MAX_LENGTH = 300;

  private static final Pattern RESERVED = Pattern.compile("__.*__", Pattern.DOTALL);

  private StoredName() {}

  /** True if it is neither empty, nor too long, nor reserved ({@code __this__}). */
  public static boolean isStorable(String name) {
    return !name.isEmpty() && name.length() <= MAX_LENGTH && !RESERVED.matcher(name).matches();
  }
}
