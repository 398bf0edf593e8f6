package dev.maestro.embedded.replay.day;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.number.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table of returns: a column of dates, and one of each agent with what it earned in the period
 * that ends there, a fraction. An empty cell is no return; it is not 0. No journal: it holds no
 * trades.
 *
 * @param days oldest first
 */
public record ReturnsFile(List<ReplayDay> days) {
  private static final Set<String> DATES = Set.of("", "date", "day", "month", "period");

  /** Ten times the money in a period: whoever has that has written percents. */
  private static final BigDecimal LARGEST = BigDecimal.TEN;

  /** More days than this from row to row are no daily record: a long weekend has four. */
  private static final int DAILY = 4;

  /** Keeps its own list. */
  public ReturnsFile {
    days = List.copyOf(days);
  }

  /**
   * Reads a file if it is such a table.
   *
   * @return empty: it is something else, a journal perhaps
   * @throws JournalFileException if it is one that cannot be used
   */
  public static Optional<ReturnsFile> find(Path path) {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(path)) {
      List<CsvRecord> first = rows.stream().limit(2).toList();
      if (first.size() < 2 || !isTable(first.get(0).getFields(), first.get(1).getFields())) {
        return Optional.empty();
      }
    } catch (IOException | UncheckedIOException | CsvParseException notCsv) {
      return Optional.empty();
    }
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(path)) {
      return Optional.of(read(path, rows.stream().toList()));
    } catch (IOException | UncheckedIOException | CsvParseException failure) {
      throw new JournalFileException(path + " cannot be read to its end: " + failure, failure);
    }
  }

  /** True if the middle step from row to row is a day, weekends and holidays aside. */
  public boolean isDaily() {
    long[] steps = new long[days.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = days.get(i + 1).date().toEpochDay() - days.get(i).date().toEpochDay();
    }
    Arrays.sort(steps);
    return steps.length == 0 || steps[steps.length / 2] <= DAILY;
  }

  private static boolean isTable(List<String> header, List<String> row) {
    return header.size() > 1
        && header.size() == row.size()
        && DATES.contains(header.get(0).strip().toLowerCase(Locale.ROOT))
        && header.stream()
            .skip(1)
            .noneMatch(
                name -> Stream.of(TradeField.values()).anyMatch(f -> f.key().equals(name.strip())))
        && date(row.get(0)).isPresent()
        && row.stream().skip(1).allMatch(ReturnsFile::isReturn);
  }

  private static boolean isReturn(String cell) {
    return cell.isBlank() || Decimals.read(cell).isPresent() || isNoNumber(cell);
  }

  /** What other programs write for a number that they do not have. */
  private static boolean isNoNumber(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT).matches("nan|na|n/a|null|[+-]?inf(inity)?");
  }

  private static ReturnsFile read(Path path, List<CsvRecord> rows) {
    List<String> names = rows.get(0).getFields().stream().map(String::strip).toList();
    if (names.stream().distinct().count() < names.size()
        || names.stream().skip(1).anyMatch(String::isEmpty)) {
      throw new JournalFileException(path + ": every column needs a name of its own");
    }
    List<ReplayDay> days = new ArrayList<>();
    LocalDate before = LocalDate.MIN;
    for (CsvRecord row : rows.subList(1, rows.size())) {
      String place = path + ", line " + row.getStartingLineNumber() + ": ";
      LocalDate date =
          date(row.getField(0))
              .orElseThrow(
                  () -> new JournalFileException(place + "no date such as 2026-01-31 at first"));
      if (!date.isAfter(before) || row.getFieldCount() != names.size()) {
        throw new JournalFileException(
            place + "dates must ascend, and every row have " + names.size() + " cells");
      }
      before = date;
      SortedMap<String, AgentDay> agents = agents(place, names, row, date);
      if (!agents.isEmpty()) {
        days.add(new ReplayDay(date, agents));
      }
    }
    return new ReturnsFile(days);
  }

  private static SortedMap<String, AgentDay> agents(
      String place, List<String> names, CsvRecord row, LocalDate date) {
    SortedMap<String, AgentDay> agents = new TreeMap<>();
    for (int i = 1; i < names.size(); i++) {
      String cell = row.getField(i);
      if (!cell.isBlank()) {
        BigDecimal earned = earned(place + names.get(i), cell);
        WindowTrade trade =
            new WindowTrade(
                date.toString(),
                date.atStartOfDay().toInstant(ZoneOffset.UTC),
                earned.doubleValue(),
                earned);
        agents.put(names.get(i), AgentDay.of(trade, BigDecimal.ONE));
      }
    }
    return agents;
  }

  private static BigDecimal earned(String place, String cell) {
    return Decimals.read(cell)
        .filter(r -> r.compareTo(BigDecimal.ONE.negate()) >= 0 && r.compareTo(LARGEST) < 0)
        .orElseThrow(
            () ->
                new JournalFileException(
                    place
                        + " must be a return as a fraction from -1 to below 10 (0.01 is 1 %), or"
                        + " empty if there is none, got "
                        + cell));
  }

  private static Optional<LocalDate> date(String cell) {
    try {
      return Optional.of(LocalDate.parse(cell.strip()));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
