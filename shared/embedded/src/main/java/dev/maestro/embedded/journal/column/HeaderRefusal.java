package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.UnreadColumns;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
          List.of(
              "close", "exit", "time", "date", "zeit", "datum", "fecha", "hora", "heure", "время",
              "дата"),
          TradeField.REALIZED_PNL,
          List.of(
              "pnl",
              "p&l",
              "p/l",
              "profit",
              "gain",
              "realized",
              "realised",
              "netpl",
              "gewinn",
              "beneficio",
              "lucro",
              "прибыль"),
          TradeField.ENTRY_PRICE,
          List.of(
              "entry", "price", "open", "rate", "avg", "cost", "preis", "kurs", "precio", "prix",
              "preço", "цена"),
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
              "quantity",
              "menge",
              "volumen",
              "cantidad",
              "объем",
              "объём"),
          TradeField.SYMBOL,
          List.of("symbol", "instrument", "pair", "ticker", "market"));

  private static final List<String> OWN_NAMES =
      Stream.of(TradeField.values()).map(TradeField::key).map(HeaderName::key).toList();

  /** So many columns of a known export are no accident. */
  private static final int ENOUGH = 4;

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
    boolean isKnown = !KnownFormats.isOwn(format);
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
            + (isKnown ? "" : ", or --format (see ./maestro formats)")
            + (isKnown ? "" : near(header) + executions(header) + foreign(header)));
  }

  /** The known export that has most of the columns, and which it has beside them. */
  private static String near(List<String> header) {
    List<String> keys = header.stream().map(HeaderName::key).toList();
    return KnownFormats.all().stream()
        .filter(format -> !KnownFormats.isOwn(format))
        .filter(format -> keys.stream().filter(format::knows).count() >= ENOUGH)
        .filter(format -> lacking(format, keys).size() <= 1 + format.signature().size() / 4)
        .min(Comparator.comparingInt(format -> lacking(format, keys).size()))
        .map(
            format ->
                "; it is nearly "
                    + format.name()
                    + ", which also has "
                    + String.join(", ", lacking(format, keys))
                    + ": export every column, under its English name")
        .orElse("");
  }

  private static List<String> lacking(ExportFormat format, List<String> keys) {
    return format.signature().stream()
        .filter(column -> column.in(keys).isEmpty())
        .map(ColumnName::name)
        .toList();
  }

  /** One price and a side, and no word of entry or exit: its rows are no trades. */
  private static String executions(List<String> header) {
    List<String> keys = header.stream().map(HeaderName::key).toList();
    boolean hasSide = keys.contains("side") || keys.contains("buy/sell") || keys.contains("b/s");
    boolean hasEntry = keys.stream().anyMatch(key -> key.contains("entry") || key.contains("exit"));
    return hasSide && keys.contains("price") && !hasEntry
        ? "; its rows look like executions, with one price each: then say --rows fills too, so that"
            + " they are matched to trades"
        : "";
  }

  /** MetaTrader translates every header but those of the stops. */
  private static String foreign(List<String> header) {
    List<String> keys = header.stream().map(HeaderName::key).toList();
    return keys.contains("s/l") && keys.contains("t/p")
        ? "; it may be a report of MetaTrader in another language: choose English under View,"
            + " Languages and export it again"
        : "";
  }

  private static List<String> candidates(TradeField field, List<String> header) {
    List<String> words = MAY_BE_MEANT.getOrDefault(field, List.of());
    return shown(header).stream()
        .filter(column -> field != TradeField.REALIZED_PNL || !UnreadColumns.isOfOpen(column))
        .filter(column -> OWN_NAMES.stream().noneMatch(HeaderName.key(column)::equals))
        .filter(column -> words.stream().anyMatch(HeaderName.key(column)::contains))
        .limit(6)
        .toList();
  }

  /** Columns that share a name with their place behind it, as --map takes them. */
  private static List<String> shown(List<String> header) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      boolean isShared = header.indexOf(name) != header.lastIndexOf(name);
      int place = Collections.frequency(header.subList(0, i + 1), name);
      shown.add(isShared ? name + "#" + place : name);
    }
    return shown;
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
