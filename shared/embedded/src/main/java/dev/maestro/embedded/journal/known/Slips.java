package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.CostColumn;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.UnreadColumns;
import dev.maestro.embedded.journal.format.WordRule;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.NearestName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Columns that nobody reads and whose name is a slip of the pen away from one that the format looks
 * for and does not find: without it a cost, a state or a multiplier would be missing without a
 * word.
 */
public final class Slips {
  /** Shorter names are near to too many words; those of costs are not taken for others. */
  private static final int SHORTEST = 5;

  private static final int SHORTEST_COST = 3;

  /** Fields without which a file is read all the same. */
  private static final Set<TradeField> OPTIONAL =
      EnumSet.complementOf(
          EnumSet.of(
              TradeField.AGENT_ID,
              TradeField.CLOSED_AT,
              TradeField.REALIZED_PNL,
              TradeField.ENTRY_PRICE,
              TradeField.QUANTITY));

  private final ExportFormat format;
  private final List<String> keys;
  private final Set<TradeField> found;

  private Slips(ExportFormat format, List<String> header, Set<TradeField> found) {
    this.format = format;
    this.keys = header.stream().map(HeaderName::key).toList();
    this.found = found;
  }

  /**
   * Refuses such a column.
   *
   * @param found the fields that are read
   * @param isUnread true for the places of columns that are not read, though nobody said so
   * @throws JournalFileException naming both
   */
  public static void refuse(
      ExportFormat format, List<String> header, Set<TradeField> found, IntPredicate isUnread) {
    List<String> wanted = new Slips(format, header, found).wanted();
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column);
      if (isUnread.test(column) && !UnreadColumns.isOfOpen(name)) {
        Optional<String> meant = NearestName.slip(HeaderName.key(name), wanted);
        if (meant.isPresent()) {
          throw new JournalFileException(
              "column '"
                  + name
                  + "' is not read: did you mean "
                  + meant.get()
                  + "? Rename it, or say --map 'unread="
                  + name
                  + "' if it is something else");
        }
      }
    }
  }

  /** What the format looks for in vain; of the journal's own names each, as rows may lack them. */
  private List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    for (TradeField field : OPTIONAL) {
      if (KnownFormats.isOwn(format) || !found.contains(field)) {
        wanted.add(field.key());
        add(wanted, format.of(field), SHORTEST);
      }
    }
    add(wanted, format.costs().stream().map(CostColumn::column).toList(), SHORTEST_COST);
    Stream.of(
            format.states().stream(),
            format.side().stream(),
            format.fills().stream().flatMap(fills -> fills.effect().stream()))
        .flatMap(rules -> rules)
        .filter(rule -> !(KnownFormats.isOwn(format) && rule.others().isPresent()))
        .map(WordRule::columns)
        .filter(names -> names.stream().allMatch(name -> name.in(keys).isEmpty()))
        .forEach(names -> add(wanted, names, SHORTEST));
    wanted.removeIf(name -> name.length() < SHORTEST_COST);
    wanted.remove(TradeField.SIDE.key());
    return wanted;
  }

  private void add(List<String> wanted, List<ColumnName> names, int shortest) {
    names.stream()
        .filter(name -> name.name().length() >= shortest && name.in(keys).isEmpty())
        .forEach(name -> wanted.add(name.name()));
  }
}
