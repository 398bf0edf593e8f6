package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.CostColumn;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.WordRule;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.NearestName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Columns that nobody reads and whose name is a slip of the pen away from one that the format looks
 * for and does not find: without it a cost, a state or a multiplier would be missing without a
 * word.
 */
final class Slips {
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
  private final PlanDraft draft;

  Slips(ExportFormat format, PlanDraft draft) {
    this.format = format;
    this.draft = draft;
  }

  /**
   * Refuses such a column.
   *
   * @param leftOut the columns that a person said are not to be read
   * @throws JournalFileException naming both
   */
  void refuse(List<Integer> leftOut) {
    List<String> wanted = wanted();
    List<String> header = draft.lookup().header();
    for (int column = 0; column < header.size(); column++) {
      if (draft.slotOfColumn()[column] < 0 && !leftOut.contains(column)) {
        String name = header.get(column);
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
      if (KnownFormats.isOwn(format) || draft.source(field).isEmpty()) {
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
        .map(WordRule::columns)
        .filter(names -> draft.lookup().first(names, true).isEmpty())
        .forEach(names -> add(wanted, names, SHORTEST));
    wanted.removeIf(name -> name.length() < SHORTEST_COST);
    wanted.remove(TradeField.SIDE.key());
    return wanted;
  }

  private void add(List<String> wanted, List<ColumnName> names, int shortest) {
    names.stream()
        .filter(
            name -> name.name().length() >= shortest && name.in(draft.lookup().keys()).isEmpty())
        .forEach(name -> wanted.add(name.name()));
  }
}
