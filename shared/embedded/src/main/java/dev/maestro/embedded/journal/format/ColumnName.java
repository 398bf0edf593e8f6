package dev.maestro.embedded.journal.format;

import java.util.List;
import java.util.OptionalInt;

/**
 * A column that a format knows.
 *
 * @param name as compared ({@link HeaderName}); may end with {@code *} for a currency
 * @param occurrence 1 for the first column of that name, 2 for the second
 * @param time how it writes a time, if it is one
 */
public record ColumnName(String name, int occurrence, TimeRule time) {
  /** A column, written as in the export; {@code Time#2} is the second of that name. */
  public static ColumnName of(String written, TimeRule time) {
    int mark = written.lastIndexOf('#');
    boolean isCounted = mark > 0 && mark == written.length() - 2;
    return new ColumnName(
        HeaderName.key(isCounted ? written.substring(0, mark) : written),
        isCounted ? written.charAt(mark + 1) - '0' : 1,
        time);
  }

  /** Where it stands among the compared names of a header. */
  public OptionalInt in(List<String> keys) {
    int seen = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (HeaderName.matches(name, keys.get(i))) {
        seen++;
        if (seen == occurrence) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }
}
