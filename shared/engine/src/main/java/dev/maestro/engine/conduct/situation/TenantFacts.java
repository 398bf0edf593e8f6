package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who decides: what people have set, and nothing that a market or a cycle changes.
 *
 * @param strategies as they are registered, whatever their status
 * @param control the kill switch; {@link TradingControl#UNKNOWN} if it is missing or unreadable
 */
public record TenantFacts(
    Tenant tenant,
    TenantConfig config,
    List<RegisteredStrategy> strategies,
    TradingControl control) {
  /**
   * Refuses a strategy that stands twice: which of the two may trade would be a matter of order.
   */
  public TenantFacts {
    strategies = List.copyOf(strategies);
    Map<StrategyId, RegisteredStrategy> first = new HashMap<>();
    for (RegisteredStrategy strategy : strategies) {
      RegisteredStrategy other = first.putIfAbsent(strategy.id(), strategy);
      if (other != null) {
        throw new IllegalArgumentException(
            "the strategy "
                + strategy.id()
                + " is registered twice, as "
                + other.status()
                + " and as "
                + strategy.status()
                + ": name it once");
      }
    }
  }

  /** The same under other settings. */
  public TenantFacts withConfig(TenantConfig other) {
    return new TenantFacts(tenant, other, strategies, control);
  }

  /** The same under another kill switch. */
  public TenantFacts withControl(TradingControl other) {
    return new TenantFacts(tenant, config, strategies, other);
  }

  /** The same tenant, changed as a person changes it. */
  public TenantFacts withTenant(Tenant other) {
    return new TenantFacts(other, config, strategies, control);
  }
}
