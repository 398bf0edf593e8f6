package dev.maestro.embedded.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maestro.embedded.claim.MemoryLedgers;
import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.embedded.memory.MemoryWeights;
import dev.maestro.embedded.paper.MemoryPaper;
import dev.maestro.embedded.snapshot.MemoryDays;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
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
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.weights.AgentWeights;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One tenant on plain memory under the deployed use cases: a slot is conducted, its orders are
 * traded on paper, a trade that closes reweighs, a day is closed. What comes from outside (bars,
 * signals) is written here as its feeders would write it. For one thread.
 */
public final class EmbeddedTenant {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Tenant tenant;
  private final TenantConfig config;
  private final InstantSource clock;
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryWeights weights = new MemoryWeights(journal);
  private final MemoryLedgers ledgers;
  private final MemoryCycles cycles;
  private final MemoryDays days;
  private final ConductSlot conduct;
  private final PaperDesk desk;
  private final Reweigh reweigh;
  private final CloseDay closing;
  private final List<String> closedTrades = new ArrayList<>();

  /**
   * A tenant without a past, its kill switch open and its weights in force.
   *
   * @param settings as a configuration is stored
   * @param environment variables of the process, which stand in for what was left out
   */
  public EmbeddedTenant(
      Tenant tenant,
      Map<String, Object> settings,
      Map<String, String> environment,
      List<RegisteredStrategy> strategies,
      MarketPort market,
      AlertPort alerts,
      InstantSource clock) {
    this.tenant = tenant;
    this.config = TenantConfig.of(Fields.of("", settings), tenant, environment);
    this.clock = clock;
    this.ledgers = new MemoryLedgers(clock, alerts, journal);
    this.cycles = new MemoryCycles(ledgers);
    this.days = new MemoryDays(cycles, journal, (id, uid) -> Membership.MEMBER);
    MemoryPaper paper = new MemoryPaper(cycles, ledgers);
    this.desk = new PaperDesk(paper, ledgers, paper, numberedTokens());
    this.conduct =
        new ConductSlot(cycles, market, alerts, clock, LEASE, EngineVersion.CURRENT)
            .publishing(this::take);
    this.reweigh =
        new Reweigh(
            weights,
            weights,
            journal,
            (id, now) -> config.weights(),
            days,
            new TenantUsers((id, uid) -> Membership.MEMBER, alerts));
    this.closing = new CloseDay(days.stores(), new WindowCheck(reweigh, weights), alerts);
    begin(strategies);
  }

  /**
   * What a strategy holds.
   *
   * @param quantity signed
   * @param isOnPaper true if it may not trade, and holds it in the shadow book
   */
  public record Held(Quantity quantity, Instant openedAt, boolean isOnPaper) {}

  private void begin(List<RegisteredStrategy> strategies) {
    TenantFacts facts = new TenantFacts(tenant, config, strategies, TradingControl.INITIAL);
    Situation first = Situation.first(facts, clock.instant());
    cycles.put(first.with(first.memory().withPerformance(noDays(strategies))));
    ledgers.setControl(tenant.id(), TradingControl.INITIAL);
    reweigh.configure(tenant.ownerUid(), tenant.id(), config.weights(), clock.instant());
    publishWeights();
    journal.tell((uid, tradeId) -> closedTrades.add(tradeId));
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

  /** A minute of the broker on paper: bars fill orders, trades close, and the weights follow. */
  public void trade() {
    desk.tick(tenant.id(), AccountId.MAIN, clock.instant());
    followTrades();
  }

  private void take(TenantId id, AccountId account, List<Intent> waiting) {
    waiting.forEach(intent -> desk.onIntent(id, account, intent.nonce(), clock.instant()));
  }

  private void followTrades() {
    if (closedTrades.isEmpty()) {
      return;
    }
    for (String tradeId : closedTrades) {
      reweigh.onTradeWritten(tenant.ownerUid(), tradeId, tradeId, clock.instant());
    }
    closedTrades.clear();
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

  /** Decides a slot; what it reserves is claimed on paper. */
  public Conclusion conduct(Slot slot) {
    return conduct.conduct(tenant.id(), slot, "slot " + slot.start());
  }

  /** A decision as it is stored, with what it was decided from; empty if there is none. */
  public Optional<StoredDecision> decision(String recordId) {
    return cycles.find(tenant.id(), recordId);
  }

  /** Throws the tenant's kill switch. */
  public void control(TradingControl order) {
    ledgers.put(Optional.of(tenant.id()), order);
  }

  /** The weights in force. */
  public AgentWeights weights() {
    List<WeightsCommit> all = weights.revisions(tenant.ownerUid());
    return all.get(all.size() - 1).weights();
  }

  /** What a strategy holds of a symbol, in earnest or, if it may not trade, on paper. */
  public Optional<Held> held(StrategyId strategy, Symbol symbol) {
    PositionKey key = new PositionKey(symbol, Holder.of(strategy));
    Optional<Held> inEarnest =
        ledger()
            .flatMap(ledger -> ledger.book().holdings().get(key))
            .map(held -> new Held(held.quantity(), held.openedAt(), false));
    return inEarnest.or(
        () ->
            cycles
                .find(tenant.id())
                .flatMap(known -> known.money().shadow())
                .flatMap(book -> book.book().held(key).stream().findFirst())
                .map(held -> new Held(held.signed(), held.openedAt(), true)));
  }

  /** The ledger; empty before the first slot. */
  public Optional<Ledger> ledger() {
    return ledgers.find(tenant.id(), AccountId.MAIN).map(TenantLedger::ledger);
  }

  /** The trades that closed in earnest. */
  public List<ClosedTrade> closedTrades() {
    return journal.all(tenant.ownerUid(), clock.instant()).of(tenant.id()).closedTrades();
  }

  /** The trades that were closed in the shadow book, oldest first. */
  public List<ShadowTrade> shadowTrades() {
    return cycles.shadowTrades(tenant.id());
  }

  /** What Maestro is worth on paper; empty before the first slot. */
  public Optional<TwinState> twin() {
    return cycles.find(tenant.id()).flatMap(known -> known.money().twin());
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

  /** Nobody else claims here, and records hash the ledger: the same session gives the same ones. */
  private static Supplier<String> numberedTokens() {
    AtomicLong given = new AtomicLong();
    return () ->
        UUID.nameUUIDFromBytes(Long.toString(given.incrementAndGet()).getBytes(UTF_8)).toString();
  }
}
