package dev.maestro.embedded.tenant;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.settings.ConfigsPort;
import dev.maestro.testing.tenant.ConfigContract;
import dev.maestro.testing.tenant.ConfigStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class MemoryConfigsTest extends ConfigContract {
  @Override
  protected ConfigStage emptyStage() {
    MemoryCycles cycles = new MemoryCycles();
    ConfigsPort configs = new MemoryConfigs(cycles);
    return new ConfigStage() {
      @Override
      public ConfigsPort configs() {
        return configs;
      }

      @Override
      public void createTenant(Tenant tenant) {
        MemoryTenants.create(cycles, tenant, Map.of(), List.of(), NOW);
      }

      @Override
      public void add(TenantId tenant, RegisteredStrategy strategy) {
        cycles.change(
            tenant,
            known -> {
              TenantFacts facts = known.facts();
              List<RegisteredStrategy> all = new ArrayList<>(facts.strategies());
              all.add(strategy);
              return known.with(
                  new TenantFacts(facts.tenant(), facts.config(), all, facts.control()));
            });
      }
    };
  }
}
