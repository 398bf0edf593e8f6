package dev.maestro.embedded.tenant;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.throttle.ClosedDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tenants of whom nothing is known but themselves. */
public final class MemoryTenants {
  private MemoryTenants() {}

  /** Sets one up. */
  public static void create(
      MemoryCycles cycles,
      Tenant tenant,
      Map<String, Object> values,
      List<RegisteredStrategy> strategies,
      Instant now) {
    TenantConfig config = TenantConfig.of(Fields.of("", values), tenant, Map.of());
    cycles.put(
        Situation.first(new TenantFacts(tenant, config, strategies, TradingControl.INITIAL), now));
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    cycles.closeDays(tenant.id(), new ClosedDays(new TreeMap<>(), yesterday, now));
  }
}
