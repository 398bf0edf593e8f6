package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code tenants/{t}/strategy_performance/{uid}__{strategy}__{day or month}}. */
final class PeriodRowDocument {
  private PeriodRowDocument() {}

  /** Where the row stands below its tenant. */
  static String path(RowPlace place) {
    return "strategy_performance/" + place.uid() + "__" + place.strategy() + "__" + place.name();
  }

  /** The fields of a row. */
  static Map<String, Object> fields(RowPlace place, PeriodRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("uid", place.uid().value());
    fields.put("strategy_id", place.strategy().value());
    fields.put("period", row.period().name().toLowerCase(Locale.ROOT));
    fields.put("period_start", row.start().atStartOfDay(ZoneOffset.UTC).toInstant());
    fields.put("date", row.name());
    fields.put("realized_pnl", row.realizedPnl());
    fields.put("unrealized_pnl", row.unrealizedPnl());
    fields.put("capital_base", row.capitalBase());
    fields.put("trades", (long) row.trades());
    return StoredValue.map(fields);
  }

  /** What stands at a place. */
  static StoredRow read(RowPlace place, DocumentSnapshot document) {
    StoredFields fields = StoredFields.of(document);
    try {
      StoredRow.Known known =
          new StoredRow.Known(
              fields.optionalDecimal("unrealized_pnl"),
              fields.optionalDecimal("capital_base").filter(base -> base.signum() > 0),
              Optional.empty(),
              false);
      return row(place, fields)
          .map(
              row ->
                  new StoredRow.Known(
                      known.mark(),
                      known.capital(),
                      Optional.of(row),
                      stands(place, row, document)))
          .orElse(known);
    } catch (UnreadableDocumentException broken) {
      return new StoredRow.Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Optional<PeriodRow> row(RowPlace place, StoredFields fields) {
    try {
      return Optional.of(
          new PeriodRow(
              place.period(),
              place.start(),
              fields.decimal("realized_pnl"),
              fields.optionalDecimal("unrealized_pnl"),
              fields.optionalDecimal("capital_base").filter(base -> base.signum() > 0),
              Math.toIntExact(fields.whole("trades"))));
    } catch (UnreadableDocumentException | ArithmeticException incomplete) {
      return Optional.empty();
    }
  }

  /** True if the row would be written as it stands there. */
  private static boolean stands(RowPlace place, PeriodRow row, DocumentSnapshot document) {
    Map<String, Object> stored = Objects.requireNonNull(document.getData());
    return fields(place, row).entrySet().stream()
        .allMatch(
            field ->
                stored.containsKey(field.getKey())
                    && Objects.equals(stored.get(field.getKey()), field.getValue()));
  }
}
