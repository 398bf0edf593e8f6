package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows a header in the middle of a file. The same one again is no row; another one means that two
 * exports are glued together, and what follows is not what the plan takes it for.
 */
final class HeaderAgain {
  private static final int ENOUGH = 3;
  private static final Set<String> NAMES = names();

  private final ColumnPlan plan;
  private final Set<String> own = new HashSet<>();

  HeaderAgain(ColumnPlan plan) {
    this.plan = plan;
    plan.header().forEach(name -> own.add(HeaderName.key(name)));
  }

  /**
   * True if a row that was rejected is the header of its file once more.
   *
   * @throws JournalFileException if it is the header of another export
   */
  boolean isSame(Object[] cells, long line) {
    int same = 0;
    int other = 0;
    for (Object cell : cells) {
      if (cell instanceof String text && !text.isBlank()) {
        String key = HeaderName.key(text);
        same += own.contains(key) ? 1 : 0;
        other += !own.contains(key) && NAMES.contains(key) ? 1 : 0;
      }
    }
    if (same + other >= ENOUGH && other > 0) {
      throw new JournalFileException(
          "line "
              + line
              + " is the header of another export than line 1 ("
              + plan.format().title()
              + "): two files are glued together, so split them");
    }
    return same >= ENOUGH;
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    KnownFormats.all()
        .forEach(
            format -> {
              names.addAll(format.signature().stream().map(ColumnName::name).toList());
              format.columns().values().stream()
                  .flatMap(List::stream)
                  .forEach(column -> names.add(column.name()));
            });
    names.removeIf(name -> name.length() < 3);
    return names;
  }
}
