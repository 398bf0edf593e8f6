package dev.maestro.embedded.conduct;

import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.ConductStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
  public NarrationsPort narrations() {
    return cycles;
  }

  @Override
  public LoadDecisionPort decisions() {
    return cycles;
  }

  @Override
  public void createTenant(TenantId id, Instant now) {
    Tenant tenant = Beginnings.tenant(id);
    TenantConfig config = TenantConfig.of(Fields.of("", Beginnings.VALUES), tenant, Map.of());
    Map<StrategyId, PerformanceReading> performance = new TreeMap<>();
    Beginnings.STRATEGIES.forEach(
        strategy -> performance.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    SymbolMarket benchmark =
        new SymbolMarket(Beginnings.bars(now), OptionalDouble.empty(), TradingCosts.UNKNOWN, now);
    Situation first =
        Situation.first(
            new TenantFacts(tenant, config, Beginnings.STRATEGIES, TradingControl.INITIAL), now);
    cycles.put(
        first
            .with(first.market().withSymbol(Beginnings.BENCHMARK, benchmark))
            .with(
                MoneyFacts.NONE
                    .withAccount(Optional.of(account(new BigDecimal("10000"), now)))
                    .withWeights(new TreeMap<>(Map.of("trend", new BigDecimal("0.5")))))
            .with(first.memory().withPerformance(performance)));
  }

  @Override
  public void deactivate(TenantId id) {
    cycles.change(id, old -> old.with(old.facts().withTenant(Beginnings.inactive(id))));
  }

  @Override
  public void reportAccount(TenantId tenant, AccountSnapshot shown) {
    cycles.change(
        tenant,
        old -> {
          AccountState reported =
              old.money().account().orElseGet(() -> AccountState.of(shown)).reported(shown);
          return old.with(old.money().withAccount(Optional.of(reported)));
        });
  }

  void change(TenantId tenant, UnaryOperator<Situation> change) {
    cycles.change(tenant, change);
  }

  @Override
  public void disturb(TenantId tenant) {
    cycles.change(tenant, same -> same);
  }

  @Override
  public void keep(TenantId tenant, SentSignal signal) {
    cycles.change(tenant, old -> old.withSignal(signal));
  }

  @Override
  public void loseAccount(TenantId tenant) {
    cycles.change(tenant, old -> old.with(old.money().withAccount(Optional.empty())));
  }

  @Override
  public Metrics metrics(TenantId tenant) {
    return cycles.load(tenant);
  }

  @Override
  public void loseMetrics(TenantId tenant) {
    cycles.loseMetrics(tenant);
  }

  @Override
  public List<Map<String, Object>> records(TenantId tenant) {
    return cycles.records(tenant);
  }

  private static AccountState account(BigDecimal equity, Instant asOf) {
    return AccountState.of(Beginnings.account(equity, asOf));
  }
}
