package dev.maestro.local.catalog;

import dev.maestro.local.catalog.DeployedFunction.Limits;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Every function that is deployed, as {@code functions.txt} says. */
public final class FunctionTable {
  private static final String FILE = "functions.txt";
  private static final int COLUMNS = 8;
  private static final List<DeployedFunction> ALL = read();

  private FunctionTable() {}

  /** All of them, in the order of the table. */
  public static List<DeployedFunction> all() {
    return ALL;
  }

  /** Those that a trigger of this kind starts, in the order of the table. */
  public static List<DeployedFunction> startedBy(Trigger trigger) {
    return ALL.stream().filter(function -> function.trigger() == trigger).toList();
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DeployedFunction named(String id) {
    return ALL.stream()
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(FILE + " has no function " + id));
  }

  private static List<DeployedFunction> read() {
    try (InputStream file = FunctionTable.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not beside its class");
      }
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The rows of a table in this form.
   *
   * @throws IllegalArgumentException if a row cannot be one, or an id comes twice
   */
  static List<DeployedFunction> of(String table) {
    List<DeployedFunction> functions =
        table
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(FunctionTable::row)
            .toList();
    if (functions.stream().map(DeployedFunction::id).distinct().count() != functions.size()) {
      throw new IllegalArgumentException("an id stands once in the table, got " + functions);
    }
    return functions;
  }

  private static DeployedFunction row(String line) {
    List<String> cells =
        Arrays.stream(line.split("\\|", -1))
            .map(String::strip)
            .map(cell -> cell.equals("-") ? "" : cell)
            .toList();
    if (cells.size() != COLUMNS) {
      throw new IllegalArgumentException("a row has " + COLUMNS + " columns, got '" + line + "'");
    }
    return new DeployedFunction(
        cells.get(0),
        "dev.maestro.functions." + cells.get(1),
        Trigger.valueOf(cells.get(2)),
        cells.get(3),
        new Limits(
            cells.get(5),
            Integer.parseInt(cells.get(6)),
            Integer.parseInt(cells.get(7)),
            cells.get(4)));
  }
}
