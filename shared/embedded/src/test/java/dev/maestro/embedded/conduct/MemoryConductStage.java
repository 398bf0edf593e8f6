package dev.maestro.embedded.conduct;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.ConductStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Memory as a stage of cycles. */
final class MemoryConductStage implements ConductStage {
  private final MemoryCycles cycles = new MemoryCycles();

  @Override
  public CyclesPort cycles() {
    return cycles;
  }

  @Override
  public void createTenant(TenantId id, Instant now) {
    Tenant tenant = Beginnings.tenant(id);
    TenantConfig config = TenantConfig.of(Beginnings.VALUES, tenant, Map.of());
    Map<StrategyId, PerformanceReading> performance = new TreeMap<>();
    Beginnings.STRATEGIES.forEach(
        strategy -> performance.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    cycles.put(
        new Situation(
            tenant,
            config,
            Beginnings.STRATEGIES,
            new TreeMap<>(),
            performance,
            Optional.of(TenantStats.empty(now)),
            List.of(),
            Optional.of(account(new BigDecimal("10000"), now)),
            StabilityState.initial(
                config.market().symbolsDefault(), now, config.profile().profile().name()),
            Optional.empty(),
            ControlState.ACTIVE,
            Optional.empty(),
            Map.of(
                Beginnings.BENCHMARK,
                new SymbolMarket(
                    Beginnings.bars(now), OptionalDouble.empty(), TradingCosts.UNKNOWN, now)),
            Optional.empty(),
            new TreeMap<>(Map.of(new AgentId("trend"), new BigDecimal("0.5"))),
            ChainHead.EMPTY,
            Optional.empty(),
            List.of(),
            "",
            0L));
  }

  @Override
  public void deactivate(TenantId id) {
    cycles.change(id, old -> Changed.tenant(old, Beginnings.inactive(id)));
  }

  @Override
  public void reportAccount(TenantId tenant, BigDecimal equity, Instant asOf) {
    cycles.change(
        tenant,
        old ->
            Changed.account(
                old,
                new AccountState(
                    Beginnings.account(equity, asOf), old.account().flatMap(AccountState::day))));
  }

  void change(TenantId tenant, UnaryOperator<Situation> change) {
    cycles.change(tenant, change);
  }

  @Override
  public void disturb(TenantId tenant) {
    cycles.change(tenant, same -> same);
  }

  @Override
  public void send(TenantId tenant, StrategyId strategy, Map<String, Object> signal, Instant now) {
    cycles.change(
        tenant,
        old -> {
          SortedMap<StrategyId, Object> signals = new TreeMap<>(old.sentSignals());
          signals.put(strategy, signal);
          return Changed.signals(old, signals);
        });
  }

  @Override
  public List<Map<String, Object>> records(TenantId tenant) {
    return cycles.records(tenant);
  }

  private static AccountState account(BigDecimal equity, Instant asOf) {
    return new AccountState(Beginnings.account(equity, asOf), Optional.empty());
  }
}
