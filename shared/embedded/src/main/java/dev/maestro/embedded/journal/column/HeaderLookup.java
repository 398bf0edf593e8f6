package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.embedded.journal.source.JournalFileException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a header, found by their compared names. A name that two columns share is found
 * for neither, unless the format counts them.
 */
final class HeaderLookup {
  private final List<String> header;
  private final List<String> keys;

  HeaderLookup(List<String> header) {
    this.header = List.copyOf(header);
    this.keys = header.stream().map(HeaderName::key).toList();
  }

  List<String> header() {
    return header;
  }

  List<String> keys() {
    return keys;
  }

  /** The name of a column for people: with its place where another column has the same name. */
  String shown(int column) {
    String key = keys.get(column);
    boolean isShared = keys.indexOf(key) != keys.lastIndexOf(key);
    return header.get(column) + (isShared ? " (column " + (column + 1) + ")" : "");
  }

  /** The first of some names that is there. */
  OptionalInt first(List<ColumnName> names, boolean isCounted) {
    for (ColumnName name : names) {
      OptionalInt at = name.in(keys);
      if (at.isPresent()) {
        requireOne(at.getAsInt(), isCounted);
        requireOneCurrency(name);
        return at;
      }
    }
    return OptionalInt.empty();
  }

  /** A column that a person named. */
  int said(String field, String column) {
    int at = header.indexOf(column);
    if (at < 0) {
      at = keys.indexOf(HeaderName.key(column));
    }
    if (at < 0 && ColumnName.of(column, TimeRule.ISO).in(keys).isPresent()) {
      return ColumnName.of(column, TimeRule.ISO).in(keys).getAsInt();
    }
    if (at < 0) {
      throw new JournalFileException(
          "--map "
              + field
              + "="
              + column
              + " names no column: it has "
              + String.join(", ", header)
              + " (a name for all rows is written "
              + field
              + "=:"
              + column
              + ")");
    }
    if (header.indexOf(column) != header.lastIndexOf(column)) {
      throw new JournalFileException(
          "--map "
              + field
              + "="
              + column
              + " may be column "
              + (header.indexOf(column) + 1)
              + " or "
              + (header.lastIndexOf(column) + 1)
              + ": write "
              + column
              + "#1 or "
              + column
              + "#2");
    }
    return at;
  }

  /** The columns that a person said are not to be read: {@code --map 'unread=State,Notes'}. */
  List<Integer> leftOut(ReadOptions options) {
    String said = options.columns().getOrDefault(ReadOptions.UNREAD, "");
    return Stream.of(said.split(",", -1))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .map(column -> said(ReadOptions.UNREAD, column))
        .toList();
  }

  /** Refuses a header that has the column of a currency twice, in two currencies. */
  private void requireOneCurrency(ColumnName name) {
    List<String> same =
        IntStream.range(0, keys.size())
            .filter(i -> HeaderName.matches(name.name(), keys.get(i)))
            .mapToObj(i -> "'" + header.get(i) + "' (column " + (i + 1) + ")")
            .toList();
    if (name.name().endsWith("*") && same.size() > 1) {
      throw new JournalFileException(
          String.join(" and ", same)
              + " may be the same in two currencies: say which counts with --map, or remove the"
              + " other");
    }
  }

  private void requireOne(int at, boolean isCounted) {
    String key = keys.get(at);
    int last = keys.lastIndexOf(key);
    int first = keys.indexOf(key);
    if (!isCounted && first != last) {
      throw new JournalFileException(
          "two columns have the same name, '"
              + header.get(first)
              + "' (column "
              + (first + 1)
              + ") and '"
              + header.get(last)
              + "' (column "
              + (last + 1)
              + "): rename one of them");
    }
  }

  /** Refuses a header in which any two columns have the same name. */
  void requireDistinct() {
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).isEmpty()) {
        requireOne(i, false);
      }
    }
  }

  /** True if every one of these names has a column. */
  boolean hasAll(List<ColumnName> names) {
    return names.stream().allMatch(name -> first(List.of(name), false).isPresent());
  }
}
