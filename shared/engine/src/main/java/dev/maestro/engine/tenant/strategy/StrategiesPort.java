package dev.maestro.engine.tenant.strategy;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;

/** The strategies of tenants. */
public interface StrategiesPort {
  /** What stands under an id. Changes nothing. */
  StandingStrategy find(Tenant tenant, StrategyId id);

  /**
   * Stores a strategy in place of what was found, atomically.
   *
   * @param before of what was found
   * @return false if somebody else was faster; nothing is stored then
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it is stored
   */
  boolean replace(Tenant tenant, RegisteredStrategy strategy, StoreVersion before);

  /** Makes the next cycle look for the past of journals again. Idempotent. */
  void lookAgain(Tenant tenant);
}
