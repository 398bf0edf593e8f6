package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.fill.RoundTrip;
import dev.maestro.engine.journal.TradeField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A trade that executions made, as a row. */
final class MadeRow extends JournalRow {
  private final Map<TradeField, Object> values = new EnumMap<>(TradeField.class);
  private final String text;

  MadeRow(ColumnPlan plan, RoundTrip trip) {
    super(plan);
    this.text = trip.close().origin().text();
    values.put(TradeField.AGENT_ID, trip.agent());
    values.put(TradeField.CLOSED_AT, trip.close().at());
    values.put(TradeField.OPENED_AT, trip.openedAt());
    values.put(TradeField.REALIZED_PNL, trip.pnl());
    values.put(TradeField.ENTRY_PRICE, trip.entryPrice());
    values.put(TradeField.EXIT_PRICE, trip.close().price());
    values.put(TradeField.QUANTITY, trip.signedQuantity());
    values.put(TradeField.MULTIPLIER, trip.close().multiplier());
    values.put(TradeField.SYMBOL, trip.close().symbol());
    values.put(TradeField.SIDE, trip.sign() > 0 ? "LONG" : "SHORT");
    if (!trip.close().origin().id().isBlank()) {
      values.put(TradeField.TRADE_ID, trip.close().origin().id());
    }
  }

  @Override
  public Optional<Object> field(TradeField field) {
    return Optional.ofNullable(values.get(field));
  }

  @Override
  public String text() {
    return text;
  }
}
