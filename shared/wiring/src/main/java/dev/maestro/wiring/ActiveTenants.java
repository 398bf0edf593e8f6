package dev.maestro.wiring;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.tenant.TenantStore;
import java.util.List;

/** The tenants that have cycles and days. */
public final class ActiveTenants {
  private final CloudParts parts;
  private final TenantStore tenants;

  /** Those in the Firestore of these parts. */
  public ActiveTenants(CloudParts parts) {
    this.parts = parts;
    this.tenants = new TenantStore(parts.firestore());
  }

  /** Sorted. A document whose name no tenant can have costs only itself: it is alerted. */
  public List<TenantId> list() {
    return tenants.activeTenants(this::alert);
  }

  private void alert(String name) {
    parts
        .alerts()
        .raise(
            name,
            AlertCode.TENANT_UNREADABLE,
            "a tenant id is " + TenantId.RULE + ", got " + name,
            parts.function(),
            parts.clock().instant());
  }
}
