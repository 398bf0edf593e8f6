package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRowForm;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
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
    Map<String, Object> fields = PeriodRowForm.FORM.write(row);
    fields.put("uid", place.uid());
    fields.put("strategy_id", place.strategy());
    return StoredValue.map(fields);
  }

  /** What stands at a place. */
  static StoredRow read(RowPlace place, DocumentSnapshot document) {
    Fields fields = StoredFields.of(document);
    try {
      Optional<PeriodRow> row = whole(fields);
      return new StoredRow.Known(
          PeriodRowForm.UNREALIZED.in(fields),
          PeriodRowForm.CAPITAL.in(fields),
          row,
          row.filter(read -> stands(place, read, document)).isPresent());
    } catch (UnreadableValueException broken) {
      return new StoredRow.Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Optional<PeriodRow> whole(Fields fields) {
    try {
      return Optional.of(PeriodRowForm.FORM.read(fields));
    } catch (UnreadableValueException incomplete) {
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
