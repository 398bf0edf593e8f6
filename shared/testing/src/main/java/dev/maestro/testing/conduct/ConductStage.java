package dev.maestro.testing.conduct;

import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A store of cycles, and what others write into it while cycles run. */
public interface ConductStage {

  /** The port. */
  CyclesPort cycles();

  /** Sets up a tenant: two live strategies, an account, an open kill switch, weights, no past. */
  void createTenant(TenantId tenant, Instant now);

  /** The tenant has no cycles any more. */
  void deactivate(TenantId tenant);

  /** Another snapshot of the account. */
  void reportAccount(TenantId tenant, BigDecimal equity, Instant asOf);

  /** Somebody else changes something that every cycle replaces. */
  void disturb(TenantId tenant);

  /** A signal from outside. */
  void send(TenantId tenant, StrategyId strategy, Map<String, Object> signal, Instant now);

  /** The stored records as they can be verified, oldest slot first. */
  List<Map<String, Object>> records(TenantId tenant);
}
