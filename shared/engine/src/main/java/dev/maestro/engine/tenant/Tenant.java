package dev.maestro.engine.tenant;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.math.BigDecimal;
import java.time.ZoneId;

/**
 * A team whose agents share capital.
 *
 * @param name for people
 * @param isActive false: no cycles
 * @param baseCapital above 0, in account currency
 * @param zone where its days begin
 * @param ownerUid whose journal and weights its strategies use unless they say otherwise
 */
public record Tenant(
    TenantId id, String name, boolean isActive, BigDecimal baseCapital, ZoneId zone, Uid ownerUid) {
  /** Checks every field. */
  public Tenant {
    new ConfigRules()
        .require(!name.isBlank(), "name must not be blank")
        .require(baseCapital.signum() > 0, "base_capital must be above 0, got " + baseCapital)
        .check();
  }
}
