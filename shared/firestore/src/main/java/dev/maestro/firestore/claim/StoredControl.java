package dev.maestro.firestore.claim;

import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.StoredValue;
import java.util.Map;
import java.util.Optional;

/** The document of a kill switch, a tenant's or everybody's. */
final class StoredControl {
  private StoredControl() {}

  static Map<String, Object> fields(Optional<TenantId> tenant, TradingControl control) {
    Map<String, Object> fields = StoredValue.map(TradingControlForm.FORM.write(control));
    tenant.ifPresent(id -> fields.put("tenant_id", id.value()));
    return fields;
  }
}
