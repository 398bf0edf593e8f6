package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is stored of a tenant when its cycle begins. What is missing or cannot be read is empty, or
 * stands as the tightest value of its kind; {@code faults} say so.
 *
 * @param sentSignals of strategies outside, by strategy, as they were sent
 * @param newTrades closed since the statistics were brought up to date, some of them again
 * @param markets by symbol: the benchmark, and what strategies in process look at
 * @param weights capital share per agent
 * @param lastDone the newest slot that was decided
 * @param inputHash names exactly the stored versions that this was read from
 * @param versions of the store, which it wants back with the commit
 */
public record Situation(
    Tenant tenant,
    TenantConfig config,
    List<RegisteredStrategy> strategies,
    SortedMap<StrategyId, Object> sentSignals,
    Map<StrategyId, PerformanceReading> performance,
    Optional<TenantStats> stats,
    List<ClosedTrade> newTrades,
    Optional<AccountState> account,
    StabilityState stability,
    Optional<MetaState> meta,
    ControlState control,
    Optional<RiskInputs.Vix> vix,
    Map<Symbol, SymbolMarket> markets,
    Optional<Dated<Reading<Fraction>>> ensemble,
    SortedMap<AgentId, BigDecimal> weights,
    ChainHead chain,
    Optional<Slot> lastDone,
    List<Fault> faults,
    String inputHash,
    Object versions) {

  /**
   * Something stored that cannot be used.
   *
   * @param code what kind of fault it is
   * @param message names document, field and mend
   */
  public record Fault(AlertCode code, String message) {}

  /** True if not even the journals that count are all known. */
  public boolean hasUnreadableStrategy() {
    return faults.stream().anyMatch(fault -> fault.code() == AlertCode.UNREADABLE_STRATEGY);
  }

  /** Keeps its own lists. */
  public Situation {
    strategies = List.copyOf(strategies);
    newTrades = List.copyOf(newTrades);
    faults = List.copyOf(faults);
  }
}
