package dev.maestro.engine.journal;

import dev.maestro.engine.form.Fields;
import java.util.Map;
import java.util.Optional;

/** A journal row as it came, before any rule was applied to it; its values may be of any type. */
@FunctionalInterface
public interface RawTrade {
  /** The value of a field, empty if the field is absent or null. */
  Optional<Object> field(TradeField field);

  /** A row over the fields of a document. */
  static RawTrade of(Fields fields) {
    return field -> fields.raw(field.key());
  }

  /** A row over a map with the stored names as keys. */
  static RawTrade of(Map<String, ?> values) {
    return field -> Optional.ofNullable(values.get(field.key()));
  }
}
