package dev.maestro.cli.imports;

import com.google.cloud.Timestamp;
import dev.maestro.embedded.journal.plan.TradeIds;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Decimals;
import dev.maestro.firestore.store.StoredValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a journal on its way to its document.
 *
 * @param id of the document
 * @param line of the file
 * @param fields as they are stored
 */
record TradeDocument(String id, long line, Map<String, Object> fields) {
  private static final String SOURCE_HASH = "source_hash";
  private static final String SOURCE_ROW = "source_row";

  /** Of a longer row only the hash is kept. */
  private static final int LONGEST_TEXT = 10_000;

  /** Firestore's times end here; a finer one would never compare equal with what is stored. */
  private static final ChronoUnit FINEST_TIME = ChronoUnit.MICROS;

  /**
   * A usable row: what the engine read of it, every other field it has, and the row as it stood in
   * the file, for whoever audits it.
   */
  static TradeDocument of(
      String tradeId, long line, Trade trade, JournalRow row, Uid uid, TenantId tenant) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (TradeField field : TradeField.values()) {
      row.field(field).ifPresent(value -> fields.put(field.key(), other(field, value)));
    }
    fields.put(TradeField.TRADE_ID.key(), tradeId);
    fields.put(TradeField.USER_ID.key(), uid.value());
    fields.put(TradeField.TENANT_ID.key(), tenant.value());
    fields.put(TradeField.AGENT_ID.key(), trade.agentId());
    fields.put(TradeField.CLOSED_AT.key(), trade.closedAt().truncatedTo(FINEST_TIME));
    fields.put(TradeField.REALIZED_PNL.key(), trade.realizedPnl());
    fields.put(TradeField.ENTRY_PRICE.key(), trade.entryPrice());
    fields.put(TradeField.QUANTITY.key(), trade.quantity());
    fields.put(TradeField.MULTIPLIER.key(), trade.multiplier());
    fields.put(SOURCE_HASH, Sha256.hex(row.text()));
    if (row.text().length() <= LONGEST_TEXT) {
      fields.put(SOURCE_ROW, row.text());
    }
    return new TradeDocument(TradeIds.document(tradeId), line, StoredValue.map(fields));
  }

  /** True if every field stands in the document already; it may hold more. */
  boolean isIn(Map<String, Object> stored) {
    return fields.entrySet().stream()
        .allMatch(field -> Objects.equals(field.getValue(), stored.get(field.getKey())));
  }

  /** About how many bytes it takes on its way. */
  long bytes() {
    return fields.values().stream().mapToLong(value -> 40 + value.toString().length()).sum();
  }

  /** A field that no weight depends on: exact where it can be read, as it came where not. */
  private static Object other(TradeField field, Object value) {
    return switch (field) {
      case EXIT_PRICE, RISK_AMOUNT ->
          Decimals.read(value).<Object>map(BigDecimal::toPlainString).orElse(value.toString());
      case OPENED_AT -> time(value).<Object>map(time -> time).orElse(value.toString());
      default -> value.toString();
    };
  }

  private static Optional<Instant> time(Object value) {
    try {
      Instant time =
          value instanceof Instant known
              ? known
              : OffsetDateTime.parse(value.toString().strip()).toInstant();
      Timestamp.ofTimeSecondsAndNanos(time.getEpochSecond(), time.getNano());
      return Optional.of(time.truncatedTo(FINEST_TIME));
    } catch (DateTimeException | IllegalArgumentException unusual) {
      return Optional.empty();
    }
  }
}
