package dev.maestro.testing.tenant;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.settings.ConfigsPort;

/** A store of configurations, and what stands beside them. */
public interface ConfigStage {
  /** The port. */
  ConfigsPort configs();

  /** Sets up a tenant with all defaults as its version 1. */
  void createTenant(Tenant tenant);

  /** Registers a strategy. */
  void add(TenantId tenant, RegisteredStrategy strategy);
}
