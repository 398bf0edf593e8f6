package dev.maestro.embedded.journal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.maestro.embedded.journal.column.PlanFinder;
import dev.maestro.embedded.journal.format.ReadOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header of a CSV file. Lines before it, such as the title of a statement, are no rows.
 *
 * @param line where it stands, counted from 1
 * @param separator of its fields and those of all rows
 * @param names of the columns
 */
public record CsvHead(long line, char separator, List<String> names) {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final int SEARCHED = 500;

  /** Keeps its own list. */
  public CsvHead {
    names = List.copyOf(names);
  }

  /** The header in the beginning of a file: the first line that somebody knows, or the first. */
  public static CsvHead in(String head, ReadOptions options) {
    Optional<CsvHead> first = Optional.empty();
    Optional<Character> said = Optional.empty();
    List<String> lines = head.lines().limit(SEARCHED).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.strip().toLowerCase(Locale.ROOT).matches("\"?sep=[,;\\t]\"?") && first.isEmpty()) {
        said = Optional.of(line.strip().replace("\"", "").charAt(4));
      } else if (!line.isBlank()) {
        char separator = said.orElse(separatorOf(line));
        Optional<CsvHead> found = parsed(i + 1L, separator, line);
        if (found.isPresent() && isHeader(found.get().names(), options)) {
          return found.get();
        }
        first = first.or(() -> found);
      }
    }
    return first.orElse(new CsvHead(1, ',', List.of(lines.isEmpty() ? "" : lines.get(0))));
  }

  private static Optional<CsvHead> parsed(long line, char separator, String text) {
    try {
      return Optional.of(
          new CsvHead(
              line,
              separator,
              CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(text).getFields()));
    } catch (CsvParseException noRecord) {
      return Optional.empty();
    }
  }

  private static boolean isHeader(List<String> names, ReadOptions options) {
    List<String> said =
        options.columns().values().stream().filter(column -> !column.startsWith(":")).toList();
    return PlanFinder.isKnown(names) || (!said.isEmpty() && names.containsAll(said));
  }

  /** The separator that the line has most of. */
  private static char separatorOf(String line) {
    char best = ',';
    for (char separator : SEPARATORS) {
      best = count(line, separator) > count(line, best) ? separator : best;
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }
}
