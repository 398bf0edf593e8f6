package dev.maestro.embedded.journal.format;

import java.util.Locale;

/**
 * The name of a column as names are compared: in lower case, without white space, underscores and
 * hyphens, so that {@code closedAt}, {@code Closed At} and {@code closed_at} are one name. Every
 * other sign is part of it: {@code Profit %} is not {@code Profit}.
 */
public final class HeaderName {
  private HeaderName() {}

  /** The compared form of a name as it stands in a file or a table. */
  public static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isGap = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '_' || c == '-';
      if (!isGap && c != '\ufeff') {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * True if a compared name is the one that a table asks for. A table's name may end with {@code
   * *}, which stands for the code of a currency: {@code profit*} is {@code profitusd}, not {@code
   * profit%} and not {@code profit}.
   */
  public static boolean matches(String wanted, String key) {
    if (!wanted.endsWith("*")) {
      return wanted.equals(key);
    }
    String stem = wanted.substring(0, wanted.length() - 1);
    int rest = key.length() - stem.length();
    return key.startsWith(stem)
        && rest >= 3
        && rest <= 5
        && key.substring(stem.length()).chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
