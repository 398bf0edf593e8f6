package dev.maestro.embedded.tenant;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.ConfigsPort;
import dev.maestro.engine.tenant.settings.NextConfig;
import dev.maestro.engine.tenant.settings.StoredConfig;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configurations of the tenants whose cycles stand in memory. What a tenant was set up with is
 * its version 1; no environment is looked at.
 */
public final class MemoryConfigs implements ConfigsPort {
  private final MemoryCycles cycles;
  private final Map<TenantId, Long> versions = new TreeMap<>();

  /** Keeps configurations for these cycles. */
  public MemoryConfigs(MemoryCycles cycles) {
    this.cycles = cycles;
  }

  private record Newest(long version) implements StoreVersion {}

  @Override
  public synchronized Optional<ConfigInForce> load(TenantId tenant) {
    return cycles
        .find(tenant)
        .map(
            known ->
                new ConfigInForce(
                    known.facts().config(),
                    known.facts().tenant(),
                    version(tenant),
                    false,
                    List.of()));
  }

  @Override
  public synchronized Optional<StoredConfig> find(TenantId tenant) {
    return cycles
        .find(tenant)
        .map(known -> known.facts().tenant())
        .map(facts -> new StoredConfig(facts, version(tenant), new Newest(version(tenant))));
  }

  @Override
  public synchronized boolean replace(NextConfig next, StoreVersion before) {
    TenantId tenant = next.tenant().id();
    if (!before.equals(new Newest(version(tenant)))) {
      return false;
    }
    TenantConfig config = TenantConfig.of(next.values(), next.tenant(), Map.of());
    cycles.change(tenant, known -> known.with(known.facts().withConfig(config)));
    versions.put(tenant, next.version());
    return true;
  }

  @Override
  public TenantStrategies strategies(Tenant tenant) {
    return new TenantStrategies(
        cycles.find(tenant.id()).map(known -> known.facts().strategies()).orElse(List.of()),
        Collections.emptySortedMap());
  }

  private long version(TenantId tenant) {
    return versions.getOrDefault(tenant, 1L);
  }
}
