package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.format.ReadOptions;
import java.util.List;
import java.util.stream.Stream;

/** The columns that a person said are not to be read: {@code --map 'unread=State,Notes'}. */
final class LeftOut {
  private LeftOut() {}

  /** Their places in the header. */
  static List<Integer> of(HeaderLookup lookup, ReadOptions options) {
    String said = options.columns().getOrDefault(ReadOptions.UNREAD, "");
    return Stream.of(said.split(",", -1))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .map(column -> lookup.said(ReadOptions.UNREAD, column))
        .toList();
  }
}
