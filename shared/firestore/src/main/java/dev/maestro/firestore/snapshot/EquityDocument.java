package dev.maestro.firestore.snapshot;

import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.EquityPointForm;
import dev.maestro.firestore.store.StoredValue;
import java.time.LocalDate;
import java.util.Map;

/** {@code tenants/{t}/equity/{day}}: equity at the start of a day, in the tenant's zone. */
final class EquityDocument {
  static final String COLLECTION = "equity";

  private EquityDocument() {}

  /** Where the point of a day stands below its tenant. */
  static String path(LocalDate day) {
    return COLLECTION + "/" + day;
  }

  static Map<String, Object> fields(LocalDate day, EquityPoint point) {
    Map<String, Object> fields = EquityPointForm.FORM.write(point);
    fields.put("day", day);
    return StoredValue.map(fields);
  }
}
