package dev.maestro.embedded.tenant;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.embedded.memory.MemoryWeights;
import dev.maestro.embedded.snapshot.MemoryDays;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.capital.TradingControl;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.WindowCheck;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.LookBack;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.weights.AgentWeights;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One tenant on plain memory under the deployed use cases: a slot is conducted, a trade that closes
 * reweighs, a day is closed. What comes from outside (account, bars, signals, trades) is written
 * here as its feeders would write it. For one thread.
 */
public final class EmbeddedTenant {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Tenant tenant;
  private final TenantConfig config;
  private final InstantSource clock;
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryWeights weights = new MemoryWeights(journal);
  private final MemoryCycles cycles = new MemoryCycles();
  private final MemoryDays days = new MemoryDays(cycles, journal, (id, uid) -> Membership.MEMBER);
  private final ConductSlot conduct;
  private final Reweigh reweigh;
  private final CloseDay closing;

  /**
   * A tenant without a past, its kill switch open and its weights in force.
   *
   * @param settings as a configuration is stored
   */
  public EmbeddedTenant(
      Tenant tenant,
      Map<String, Object> settings,
      List<RegisteredStrategy> strategies,
      MarketPort market,
      AlertPort alerts,
      InstantSource clock) {
    this.tenant = tenant;
    this.config = TenantConfig.of(Fields.of("", settings), tenant, Map.of());
    this.clock = clock;
    this.conduct = new ConductSlot(cycles, market, alerts, clock, LEASE, EngineVersion.CURRENT);
    this.reweigh =
        new Reweigh(
            weights,
            weights,
            journal,
            (id, now) -> config.weights(),
            days,
            new TenantUsers((id, uid) -> Membership.MEMBER, alerts));
    this.closing = new CloseDay(days.stores(), new WindowCheck(reweigh, weights), alerts);
    TenantFacts facts = new TenantFacts(tenant, config, strategies, TradingControl.INITIAL);
    Situation first = Situation.first(facts, clock.instant());
    cycles.put(first.with(first.memory().withPerformance(noDays(strategies))));
    reweigh.configure(tenant.ownerUid(), tenant.id(), config.weights(), clock.instant());
    publishWeights();
  }

  /** What a broker says of the account now. */
  public void report(AccountSnapshot account) {
    change(
        known ->
            known.with(
                known
                    .money()
                    .withAccount(
                        Optional.of(
                            known
                                .money()
                                .account()
                                .map(state -> state.reported(account))
                                .orElse(AccountState.of(account))))));
  }

  /** What a feeder brings of a symbol. */
  public void feed(Symbol symbol, SymbolMarket market) {
    change(known -> known.with(known.market().withSymbol(symbol, market)));
  }

  /** The volatility index as of now. */
  public void feedVix(BigDecimal points) {
    RiskInputs.Vix vix = new RiskInputs.Vix(points, clock.instant());
    change(known -> known.with(known.market().withVix(Optional.of(vix))));
  }

  /** What a strategy outside says now, in place of what it said before. */
  public void send(StrategyId strategy, Object signal) {
    change(
        known ->
            known.withSignal(
                SentSignal.at(clock.instant(), StrategyName.of(strategy), Optional.of(signal))));
  }

  /** A trade that closed is written into the journal, and the weights follow. */
  public void closeTrade(String tradeId, Map<String, ?> document) {
    journal.put(tenant.ownerUid(), tradeId, document);
    reweigh.onTradeWritten(tenant.ownerUid(), tradeId, tradeId, clock.instant());
    publishWeights();
    change(known -> known.with(known.memory().withNewTrades(since(known))));
  }

  /**
   * Closes a UTC day that is over.
   *
   * @throws IllegalArgumentException if it is not over
   */
  public CloseDay.Closing closeDay(LocalDate day) {
    return closing.close(tenant.id(), day, clock.instant());
  }

  /** Decides a slot. */
  public Conclusion conduct(Slot slot) {
    return conduct.conduct(tenant.id(), slot, "slot " + slot.start());
  }

  /** The weights in force. */
  public AgentWeights weights() {
    List<WeightsCommit> all = weights.revisions(tenant.ownerUid());
    return all.get(all.size() - 1).weights();
  }

  /** The trades that the statistics may not know yet. */
  private List<ClosedTrade> since(Situation known) {
    Instant now = clock.instant();
    Instant from = LookBack.from(known.memory().stats().flatMap(TenantStats::watermark), now);
    return journal.all(tenant.ownerUid(), now).of(tenant.id()).closedTrades().stream()
        .filter(trade -> !trade.closedAt().isBefore(from))
        .toList();
  }

  /** Strategies that have not closed a day are new. */
  private static Map<StrategyId, PerformanceReading> noDays(List<RegisteredStrategy> strategies) {
    Map<StrategyId, PerformanceReading> readings = new TreeMap<>();
    strategies.forEach(
        strategy -> readings.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    return readings;
  }

  private void publishWeights() {
    SortedMap<String, BigDecimal> shares = new TreeMap<>();
    weights().agents().forEach(agent -> shares.put(agent.performance().agentId(), agent.weight()));
    change(known -> known.with(known.money().withWeights(shares)));
  }

  private void change(UnaryOperator<Situation> change) {
    cycles.change(tenant.id(), change);
  }
}
