package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the format of a header: the one that was named; the journal's own if all its needed names
 * are there; the known export whose signature is; otherwise the journal's own names, of which some
 * are then missing.
 */
public final class PlanFinder {
  private PlanFinder() {}

  /**
   * The plan of a header.
   *
   * @throws JournalFileException naming what is missing or said twice
   */
  public static ColumnPlan of(List<String> header, ReadOptions options) {
    List<String> keys = header.stream().map(HeaderName::key).toList();
    ExportFormat format = options.format().map(PlanFinder::named).orElseGet(() -> signed(keys));
    return new PlanBuilder(inRows(format, options), header, options).build();
  }

  /**
   * The plan of objects with these names. A name of the journal that their first rows lack may come
   * later, so each of them is looked for.
   *
   * @param names of the first rows; empty if none of them could be read
   * @throws JournalFileException naming what is missing or said twice
   */
  public static ColumnPlan ofNames(List<String> names, ReadOptions options) {
    List<String> keys = names.stream().map(HeaderName::key).toList();
    boolean isOwn =
        options.format().map(KnownFormats.OWN.name()::equals).orElse(true)
            && Stream.of(TradeField.values())
                .filter(KnownFormats.OWN::isNeeded)
                .filter(field -> field != TradeField.CLOSED_AT)
                .allMatch(field -> keys.isEmpty() || keys.contains(HeaderName.key(field.key())));
    List<String> header = new ArrayList<>(names);
    for (TradeField field : TradeField.values()) {
      if (isOwn && !keys.contains(HeaderName.key(field.key()))) {
        header.add(field.key());
      }
    }
    return of(header, options);
  }

  /** True if a header is that of a known export or of the journal itself. */
  public static boolean isKnown(List<String> header) {
    List<String> keys = header.stream().map(HeaderName::key).toList();
    return KnownFormats.all().stream().anyMatch(format -> format.isSigned(keys));
  }

  private static ExportFormat named(String name) {
    return KnownFormats.named(name)
        .orElseThrow(
            () ->
                new JournalFileException(
                    "--format "
                        + name
                        + " is not known: use one of "
                        + String.join(
                            ", ", KnownFormats.all().stream().map(ExportFormat::name).toList())));
  }

  private static ExportFormat signed(List<String> keys) {
    if (KnownFormats.OWN.isSigned(keys)) {
      return KnownFormats.OWN;
    }
    List<ExportFormat> best =
        KnownFormats.all().stream()
            .filter(format -> format.isSigned(keys))
            .sorted(Comparator.comparingInt(PlanFinder::weight).reversed())
            .limit(2)
            .toList();
    if (best.size() == 2 && weight(best.get(0)) == weight(best.get(1))) {
      throw new JournalFileException(
          "the columns are those of "
              + best.get(0).name()
              + " and of "
              + best.get(1).name()
              + ": say which it is with --format");
    }
    return best.isEmpty() ? KnownFormats.OWN : best.get(0);
  }

  private static int weight(ExportFormat format) {
    return format.signature().size();
  }

  /**
   * What a person says of the rows has to be possible: a trade read as an execution is no trade.
   */
  private static ExportFormat inRows(ExportFormat format, ReadOptions options) {
    if (options.rows().isEmpty()) {
      return format;
    }
    boolean isFills = format.fills().isPresent();
    if (options.rows().get() == ReadOptions.RowKind.TRADES) {
      if (isFills) {
        throw new JournalFileException(
            "--rows trades: " + format.title() + " has executions as rows: leave --rows out");
      }
      return format;
    }
    if (isFills || KnownFormats.isOwn(format)) {
      return isFills ? format : KnownFormats.OWN_FILLS;
    }
    return KnownFormats.named(format.name() + KnownFormats.OF_FILLS)
        .orElseThrow(
            () ->
                new JournalFileException(
                    "--rows fills: "
                        + format.title()
                        + " has closed trades as rows, not executions: leave --rows out"));
  }
}
