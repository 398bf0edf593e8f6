package dev.maestro.cli.journal;

import dev.maestro.cli.UsageException;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.number.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What every command that reads a journal may be told about the file. */
public final class JournalOptions {
  private static final String COSTS = "costs";

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "The export, if its columns are not to decide (see 'maestro formats').")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description =
          "The column of a field, e.g. agent_id=Bot; agent_id=:NAME is the same for all rows;"
              + " costs=A,B are subtracted, unread=A,B are left out. Or a file of such lines.")
  private List<String> maps = new ArrayList<>();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone of times without an offset, e.g. Europe/Berlin.")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--multiplier",
      paramLabel = "SYMBOL=N",
      description = "Units per contract or lot of a symbol; * is every other.")
  private List<String> multipliers = new ArrayList<>();

  @Option(names = "--decimal-comma", description = "Decimals follow a comma.")
  private boolean decimalComma;

  @Option(
      names = "--rows",
      paramLabel = "KIND",
      description = "trades or fills: what a row is, if the format is not to decide.")
  private Optional<String> rows = Optional.empty();

  @Option(names = "--id-prefix", paramLabel = "TEXT", description = "Put before every trade id.")
  private String idPrefix = "";

  @Option(
      names = "--signs-as-written",
      description = "Take the signs of the P&L though the prices speak against them.")
  private boolean signsAsWritten;

  /** True if a P&amp;L whose sign is not that of its prices is taken all the same. */
  public boolean isSignsAsWritten() {
    return signsAsWritten;
  }

  /** Looks at the file as it was told. */
  public JournalFile open(Path journal) {
    return JournalFile.open(
        journal,
        new ReadOptions(
            format,
            columns(),
            zone.map(JournalOptions::zoneId),
            numbers(),
            decimalComma,
            rows.map(JournalOptions::rowKind),
            idPrefix));
  }

  /** Everything that was said, as one text: the same file read otherwise gives other trades. */
  public String said() {
    return String.join(
        " ",
        format.orElse(""),
        new TreeMap<>(columns()).toString(),
        zone.orElse(""),
        new TreeMap<>(numbers()).toString(),
        String.valueOf(decimalComma),
        rows.orElse(""),
        idPrefix);
  }

  private Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String map : maps) {
      for (String line : map.contains("=") ? List.of(map) : lines(map)) {
        int sign = line.indexOf('=');
        String field = sign < 0 ? line : line.substring(0, sign).strip();
        boolean isKnown =
            field.equals(COSTS)
                || field.equals(ReadOptions.UNREAD)
                || Stream.of(TradeField.values()).anyMatch(known -> known.key().equals(field));
        if (!isKnown || sign == line.length() - 1) {
          throw new UsageException(
              "--map takes FIELD=COLUMN with one of "
                  + String.join(", ", Stream.of(TradeField.values()).map(TradeField::key).toList())
                  + ", costs, unread; got "
                  + line);
        }
        String column = line.substring(sign + 1).strip();
        String before = columns.put(field, column);
        if (before != null && !before.equals(column)) {
          throw twice("--map", field, before, column);
        }
      }
    }
    return columns;
  }

  private static UsageException twice(String option, String name, String one, String other) {
    return new UsageException(
        option + " says two things of " + name + ", " + one + " and " + other + ": leave one out");
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException | java.nio.file.InvalidPathException failure) {
      throw new UsageException("--map takes FIELD=COLUMN or a file of such lines, got " + file);
    }
  }

  private Map<String, BigDecimal> numbers() {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    for (String each : multipliers) {
      int sign = each.lastIndexOf('=');
      Optional<BigDecimal> number =
          sign < 1 ? Optional.empty() : Decimals.read(each.substring(sign + 1));
      if (number.filter(value -> value.signum() > 0).isEmpty()) {
        throw new UsageException(
            "--multiplier takes SYMBOL=N with a number above 0, e.g. ESZ4=50; got " + each);
      }
      String symbol = each.substring(0, sign);
      BigDecimal before = numbers.put(symbol, number.get());
      if (before != null && before.compareTo(number.get()) != 0) {
        throw twice("--multiplier", symbol, before.toPlainString(), number.get().toPlainString());
      }
    }
    return numbers;
  }

  private static ZoneId zoneId(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new UsageException(
          "--zone takes a zone such as UTC, America/New_York or +01:00, got " + name);
    }
  }

  private static ReadOptions.RowKind rowKind(String word) {
    return Stream.of(ReadOptions.RowKind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new UsageException("--rows is trades or fills, got " + word));
  }
}
