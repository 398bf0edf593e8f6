package dev.maestro.embedded.journal;

import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a CSV file holds which field: the specification's own name first, then the usual
 * headers of broker and bot exports, the first of the list that is there.
 *
 * <p>Headers are compared in lower case, every run of other signs read as one underscore: {@code
 * "Close Time"} is {@code close_time}. The table stands in docs/data-model.md too; a test compares.
 */
final class CsvColumns {
  static final Map<TradeField, List<String>> HEADERS = headers();

  private static final List<TradeField> NEEDED =
      List.of(
          TradeField.AGENT_ID,
          TradeField.CLOSED_AT,
          TradeField.REALIZED_PNL,
          TradeField.ENTRY_PRICE,
          TradeField.QUANTITY);

  private final List<Optional<TradeField>> fieldOfColumn;

  private CsvColumns(List<Optional<TradeField>> fieldOfColumn) {
    this.fieldOfColumn = fieldOfColumn;
  }

  /**
   * Finds the fields.
   *
   * @throws JournalFileException naming the needed columns that are missing
   */
  static CsvColumns of(List<String> header) {
    List<String> names = header.stream().map(CsvColumns::normalized).toList();
    List<Optional<TradeField>> fields = new ArrayList<>();
    names.forEach(name -> fields.add(Optional.empty()));
    List<String> missing = new ArrayList<>();
    HEADERS.forEach(
        (field, known) -> {
          Optional<Integer> column =
              known.stream().filter(names::contains).map(names::indexOf).findFirst();
          column.ifPresent(at -> fields.set(at, Optional.of(field)));
          if (column.isEmpty() && NEEDED.contains(field)) {
            missing.add(field.key() + " (or " + String.join(", ", known.subList(1, 4)) + " ...)");
          }
        });
    if (!missing.isEmpty()) {
      throw new JournalFileException(
          "the header lacks a column for "
              + String.join(" and for ", missing)
              + "; it has: "
              + String.join(", ", header));
    }
    return new CsvColumns(fields);
  }

  /** The field in a column, empty if the column is not used. */
  Optional<TradeField> field(int column) {
    return column < fieldOfColumn.size() ? fieldOfColumn.get(column) : Optional.empty();
  }

  private static String normalized(String header) {
    return header
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }

  private static Map<TradeField, List<String>> headers() {
    Map<TradeField, List<String>> known = new EnumMap<>(TradeField.class);
    put(known, TradeField.AGENT_ID, "agent agent_name bot bot_name algo model magic strategy");
    put(
        known,
        TradeField.CLOSED_AT,
        "close_time close_date exit_time exit_date closed time_closed");
    put(
        known,
        TradeField.REALIZED_PNL,
        "realized_pl realised_pnl net_pnl net_profit pnl profit profit_abs p_l fifopnlrealized");
    put(
        known,
        TradeField.ENTRY_PRICE,
        "open_price avg_entry_price entry open_rate price_open tradeprice avg_price");
    put(known, TradeField.QUANTITY, "qty size amount volume units shares contracts");
    put(known, TradeField.MULTIPLIER, "contract_multiplier contract_size point_value");
    put(known, TradeField.TRADE_ID, "tradeid id ticket deal_id position_id");
    for (TradeField field : TradeField.values()) {
      known.putIfAbsent(field, List.of(field.key()));
    }
    return known;
  }

  private static void put(
      Map<TradeField, List<String>> known, TradeField field, String otherNames) {
    List<String> names = new ArrayList<>(List.of(field.key()));
    names.addAll(List.of(otherNames.split(" ")));
    known.put(field, List.copyOf(names));
  }
}
