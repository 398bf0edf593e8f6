package dev.maestro.embedded.journal.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody may have meant by a column that is not read: units per contract under another name,
 * or which rows are closed trades.
 */
public final class UnreadColumns {
  private static final List<String> MULTIPLIERS =
      List.of("multipl", "pointvalue", "contractsize", "lotsize", "tickvalue", "unitsper");

  private static final List<String> STATES = List.of("status", "state", "isopen", "orderstatus");

  private UnreadColumns() {}

  /** True for a P&amp;L or a price of what is still open: never that of a closed trade. */
  public static boolean isOfOpen(String column) {
    String key = HeaderName.key(column);
    return Stream.of("unreali", "openp", "floating", "mtm", "marktomarket").anyMatch(key::contains)
        && !key.contains("openprice");
  }

  /**
   * One sentence per column that is in doubt.
   *
   * @param unread the columns of the file that are not read
   */
  public static List<String> doubts(Collection<String> unread) {
    List<String> doubts = new ArrayList<>();
    for (String column : unread) {
      if (isOfOpen(column)) {
        continue;
      }
      String key = HeaderName.key(column);
      if (MULTIPLIERS.stream().anyMatch(key::contains)) {
        doubts.add(
            "column '"
                + column
                + "' is not read: if it holds the units of a contract or lot, say --map"
                + " 'multiplier="
                + column
                + "'");
      } else if (STATES.contains(key)) {
        doubts.add(
            "column '"
                + column
                + "' is not read: if it tells open or cancelled rows from closed ones, leave those"
                + " rows out of the file");
      }
    }
    return doubts;
  }
}
