package dev.maestro.firestore.twin;

import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.TwinStateForm;
import dev.maestro.firestore.store.StoredValue;
import java.util.Map;

/** {@code tenants/{t}/maestro/twin}: the twin, written by every cycle in its one commit. */
public final class TwinDocument {
  /** Where it stands below its tenant. */
  public static final String PATH = "maestro/twin";

  private TwinDocument() {}

  /** The fields of a twin. */
  public static Map<String, Object> fields(TwinState twin) {
    return StoredValue.map(TwinStateForm.FORM.write(twin));
  }
}
