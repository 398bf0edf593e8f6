package dev.maestro.engine.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestName {
  private NearestName() {}

  /**
   * The end of a sentence about a name that nobody knows: the nearest known one, or all of them
   * where none is near.
   */
  public static String mend(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .min(
            Comparator.comparingInt((String each) -> distance(plain, plain(each)))
                .thenComparing(Comparator.naturalOrder()))
        .filter(each -> distance(plain, plain(each)) <= Math.max(2, name.length() / 2))
        .map(each -> ": did you mean " + each + "?")
        .orElseGet(() -> known.isEmpty() ? "" : ": use one of " + String.join(", ", sorted(known)));
  }

  /**
   * The known name that differs by a slip of the pen only: one letter in four or so, at least one.
   * Empty for a name that is known, and where none is so near.
   */
  public static Optional<String> slip(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .filter(each -> distance(plain, plain(each)) <= Math.max(1, (plain.length() + 1) / 4))
        .min(Comparator.comparingInt((String each) -> distance(plain, plain(each))))
        .filter(each -> !plain(each).equals(plain));
  }

  private static Iterable<String> sorted(Collection<String> known) {
    return known.stream().sorted().toList();
  }

  /** Case and separators are no difference: inFlight is in_flight. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
  }

  /** Letters to insert, drop or change (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
