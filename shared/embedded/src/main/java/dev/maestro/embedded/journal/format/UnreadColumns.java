package dev.maestro.embedded.journal.format;

import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody may have meant by a column that is not read: a slip of the pen in the name of a
 * field, or units per contract under another name. Without them the field would take its default
 * without a word.
 */
public final class UnreadColumns {
  private static final List<String> MULTIPLIERS =
      List.of("multipl", "pointvalue", "contractsize", "lotsize", "tickvalue", "unitsper");

  /** The side is for people, and near to size. */
  private static final List<String> OWN_NAMES =
      Stream.of(TradeField.values())
          .filter(field -> field != TradeField.SIDE)
          .map(TradeField::key)
          .toList();

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
   * @param isOwn true if the file has the journal's own names; others may have names of their own
   *     near to them, so that only the multiplier is looked for
   */
  public static List<String> doubts(Collection<String> unread, boolean isOwn) {
    List<String> doubts = new ArrayList<>();
    List<String> names = isOwn ? OWN_NAMES : List.of(TradeField.MULTIPLIER.key());
    for (String column : unread) {
      if (isOfOpen(column)) {
        continue;
      }
      Optional<String> slip = NearestName.slip(column, names);
      String key = HeaderName.key(column);
      if (slip.isPresent()) {
        doubts.add("column '" + column + "' is not read: did you mean " + slip.get() + "?");
      } else if (MULTIPLIERS.stream().anyMatch(key::contains)) {
        doubts.add(
            "column '"
                + column
                + "' is not read: if it holds the units of a contract or lot, say --map"
                + " 'multiplier="
                + column
                + "'");
      }
    }
    return doubts;
  }
}
