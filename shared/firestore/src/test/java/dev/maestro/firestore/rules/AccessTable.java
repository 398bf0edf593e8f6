package dev.maestro.firestore.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what, as {@code rules/access.txt} says.
 *
 * @param callers names of the columns
 */
record AccessTable(List<String> callers, List<Row> rows) {
  private static final String FILE = "/rules/access.txt";

  /**
   * One operation on one document or its collection.
   *
   * @param allowed one per column
   */
  record Row(String path, Operation operation, List<Boolean> allowed) {}

  /** Reads the table. */
  static AccessTable read() {
    List<String> lines =
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    List<String> callers = words(lines.get(0).split("\\|", -1)[2]);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split("\\|", -1);
      List<Boolean> allowed = words(parts[2]).stream().map(AccessTable::allowed).toList();
      if (allowed.size() != callers.size()) {
        throw new IllegalArgumentException("needs one cell per caller: " + line);
      }
      for (String operation : words(parts[1])) {
        rows.add(new Row(parts[0].strip(), Operation.named(operation), allowed));
      }
    }
    return new AccessTable(callers, rows);
  }

  /** All documents of the table. */
  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    rows.forEach(row -> paths.add(row.path()));
    return paths;
  }

  /** The documents that anybody may read. */
  Set<String> readablePaths() {
    Set<String> paths = new TreeSet<>();
    rows.stream().filter(row -> row.allowed().contains(true)).forEach(row -> paths.add(row.path()));
    return paths;
  }

  /** The rows of these documents. */
  AccessTable only(Set<String> paths) {
    return new AccessTable(
        callers, rows.stream().filter(row -> paths.contains(row.path())).toList());
  }

  /** How many cells it has. */
  int cells() {
    return rows.size() * callers.size();
  }

  private static boolean allowed(String word) {
    return switch (word) {
      case "allow" -> true;
      case "deny" -> false;
      default -> throw new IllegalArgumentException("a cell is allow or deny, got " + word);
    };
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split(" +"));
  }

  private static String text() {
    try (InputStream file = AccessTable.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not there");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
