package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Says why a header is refused: what was found, what is missing, which columns may be meant and how
 * to say so. A word that may be meant is never taken for what it may mean.
 */
final class HeaderRefusal {
  private static final Map<TradeField, List<String>> MAY_BE_MEANT =
      Map.of(
          TradeField.AGENT_ID,
          List.of(
              "agent",
              "bot",
              "algo",
              "model",
              "magic",
              "strategy",
              "column",
              "copiedfrom",
              "account"),
          TradeField.CLOSED_AT,
          List.of("close", "exit", "time", "date"),
          TradeField.REALIZED_PNL,
          List.of("pnl", "p&l", "p/l", "profit", "gain", "realized", "realised", "netpl"),
          TradeField.ENTRY_PRICE,
          List.of("entry", "price", "open", "rate", "avg", "cost"),
          TradeField.QUANTITY,
          List.of(
              "qty",
              "size",
              "amount",
              "volume",
              "units",
              "shares",
              "contracts",
              "lots",
              "quantity"),
          TradeField.SYMBOL,
          List.of("symbol", "instrument", "pair", "ticker", "market"));

  private static final List<String> OWN_NAMES =
      Stream.of(TradeField.values()).map(TradeField::key).map(HeaderName::key).toList();

  private HeaderRefusal() {}

  /** The refusal of a header that lacks fields. */
  static JournalFileException missing(
      ExportFormat format, List<FieldUse> found, List<TradeField> missing, List<String> header) {
    List<String> lacks = new ArrayList<>();
    List<String> mends = new ArrayList<>();
    for (TradeField field : missing) {
      List<String> candidates = candidates(field, header);
      lacks.add(field.key() + (candidates.isEmpty() ? "" : " (maybe " + quoted(candidates) + ")"));
      String column = candidates.size() == 1 ? candidates.get(0) : "Column";
      mends.add("--map '" + field.key() + "=" + column + "'");
    }
    String known =
        KnownFormats.isOwn(format)
            ? "the columns are not those of a known export, so only the journal's own names count"
            : "read as " + format.name() + " (" + format.title() + ")";
    String agent =
        missing.contains(TradeField.AGENT_ID) ? ", or --map agent_id=:NAME for all rows" : "";
    return new JournalFileException(
        known
            + ": found "
            + (found.isEmpty() ? "nothing" : list(found))
            + "; no column for "
            + String.join(", ", lacks)
            + "; it has "
            + quoted(header)
            + ": say which it is with "
            + String.join(" ", mends)
            + agent
            + (KnownFormats.isOwn(format) ? ", or --format (see ./maestro formats)" : ""));
  }

  private static List<String> candidates(TradeField field, List<String> header) {
    List<String> words = MAY_BE_MEANT.getOrDefault(field, List.of());
    return header.stream()
        .filter(column -> OWN_NAMES.stream().noneMatch(HeaderName.key(column)::equals))
        .filter(column -> words.stream().anyMatch(HeaderName.key(column)::contains))
        .limit(6)
        .toList();
  }

  private static String list(List<FieldUse> found) {
    return String.join(
        ", ", found.stream().map(use -> use.field() + " = '" + use.from() + "'").toList());
  }

  private static String quoted(List<String> names) {
    return String.join(
        ", ",
        names.stream().filter(name -> !name.isBlank()).map(name -> "'" + name + "'").toList());
  }
}
