package dev.maestro.embedded.journal.format;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a person says about a journal file.
 *
 * @param format its name, if the signature is not to decide
 * @param columns the column of a field, by the field's stored name; a text after a colon is the
 *     same for every row: {@code agent_id} is {@code :GridBot}
 * @param zone of times without an offset
 * @param multipliers by symbol; {@code *} for every other
 * @param decimalComma true if the decimals follow a comma
 * @param rows whether the rows are trades or executions; empty: as the format says
 * @param idPrefix put before every trade id
 */
public record ReadOptions(
    Optional<String> format,
    Map<String, String> columns,
    Optional<ZoneId> zone,
    Map<String, BigDecimal> multipliers,
    boolean decimalComma,
    Optional<RowKind> rows,
    String idPrefix) {
  /** Among the columns: those that are not to be read, by comma. */
  public static final String UNREAD = "unread";

  /** Nothing is said. */
  public static final ReadOptions NONE =
      new ReadOptions(
          Optional.empty(), Map.of(), Optional.empty(), Map.of(), false, Optional.empty(), "");

  /** What one row is. */
  public enum RowKind {
    /** A closed trade. */
    TRADES,
    /** An execution: trades are made by matching. */
    FILLS
  }

  /** Keeps its own tables. */
  public ReadOptions {
    columns = Map.copyOf(columns);
    multipliers = Map.copyOf(multipliers);
  }

  /** The multiplier that was said for a symbol. */
  public Optional<BigDecimal> multiplier(String instrument) {
    BigDecimal known = multipliers.get(instrument);
    return Optional.ofNullable(known == null ? multipliers.get("*") : known);
  }
}
