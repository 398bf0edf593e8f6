package dev.maestro.engine.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestName {
  private static final int LONG_NAME = 9;

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
   * The known name that differs by a slip of the pen only: a letter dropped, doubled or changed, or
   * two neighbours swapped; two such slips in a name of nine letters or more. Empty for a name that
   * is known, for one that is numbered ({@code fee2}), and where none is so near.
   */
  public static Optional<String> slip(String name, Collection<String> known) {
    String plain = plain(name);
    if (plain.isEmpty() || Character.isDigit(plain.charAt(plain.length() - 1))) {
      return Optional.empty();
    }
    int most = plain.length() >= LONG_NAME ? 2 : 1;
    return known.stream()
        .filter(each -> slips(plain, plain(each)) <= most)
        .min(Comparator.comparingInt((String each) -> slips(plain, plain(each))))
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

  /** The same with neighbours that are swapped as one slip (Damerau 1964). */
  private static int slips(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, one, other, i, j);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int least(int[][] rows, String one, String other, int i, int j) {
    char letter = one.charAt(i - 1);
    int change = rows[i - 1][j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean isSwap =
        i > 1 && j > 1 && letter == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    return isSwap ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
