package dev.maestro.embedded.snapshot;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.embedded.memory.MemoryWeights;
import dev.maestro.embedded.tenant.MemoryConfigs;
import dev.maestro.embedded.tenant.MemoryTenants;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MarketFacts;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.reweigh.LateTrade;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.WindowCheck;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.settings.WeightsOfTenant;
import dev.maestro.testing.snapshot.HeldLedger;
import dev.maestro.testing.snapshot.SnapshotStage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Memory as a stage of closed days. */
final class MemorySnapshotStage implements SnapshotStage {
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryWeights weights = new MemoryWeights(journal);
  private final MemoryCycles cycles = new MemoryCycles();
  private final Set<String> members = new HashSet<>();
  private final MemoryDays days = new MemoryDays(cycles, journal, this::membership);
  private final MemoryConfigs configs = new MemoryConfigs(cycles);

  @Override
  public DayStores stores() {
    return days.stores();
  }

  @Override
  public RebuildWindowsPort windows() {
    return new WindowCheck(reweigh(), weights);
  }

  @Override
  public Reweigh reweigh() {
    return new Reweigh(
        weights,
        weights,
        journal,
        new WeightsOfTenant(configs, (tenant, code, message, now) -> {}),
        days,
        new TenantUsers(this::membership, (tenant, code, message, now) -> {}));
  }

  private Membership membership(TenantId tenant, Uid uid) {
    if (cycles.find(tenant).isEmpty()) {
      return Membership.NO_TENANT;
    }
    return members.contains(tenant + "/" + uid) ? Membership.MEMBER : Membership.STRANGER;
  }

  @Override
  public void join(TenantId tenant, Uid uid) {
    members.add(tenant + "/" + uid);
  }

  @Override
  public void leave(TenantId tenant, Uid uid) {
    members.remove(tenant + "/" + uid);
  }

  @Override
  public LoadPerformancePort performance() {
    return weights;
  }

  @Override
  public void createTenant(
      Tenant tenant, Map<String, Object> config, List<RegisteredStrategy> strategies) {
    MemoryTenants.create(cycles, tenant, config, strategies, Instant.EPOCH);
    join(tenant.id(), tenant.ownerUid());
    strategies.forEach(strategy -> join(tenant.id(), strategy.uid()));
  }

  @Override
  public void configure(TenantId tenant, Map<String, Object> config) {
    new PutConfig(configs, (uid, owner, settings, now) -> {})
        .put(tenant, ConfigChange.replacing(Fields.of("", config)), "test", Instant.EPOCH);
  }

  @Override
  public void put(Uid uid, String tradeId, Map<String, ?> document) {
    journal.put(uid, tradeId, document);
  }

  @Override
  public void delete(Uid uid, String tradeId) {
    journal.delete(uid, tradeId);
  }

  @Override
  public void report(TenantId tenant, AccountSnapshot account, DayEquity begun) {
    cycles.change(
        tenant,
        known ->
            known
                .with(
                    known
                        .money()
                        .withAccount(Optional.of(AccountState.of(account)))
                        .withLedger(Optional.of(HeldLedger.of(account))))
                .with(known.memory().withDay(Optional.of(begun))));
  }

  @Override
  public void feed(TenantId tenant, Symbol symbol, BarHistory bars) {
    SymbolMarket market =
        new SymbolMarket(bars, OptionalDouble.empty(), TradingCosts.UNKNOWN, Instant.EPOCH);
    cycles.change(tenant, known -> known.with(known.market().withSymbol(symbol, market)));
  }

  @Override
  public void lose(TenantId tenant, Symbol symbol) {
    cycles.change(
        tenant,
        known -> {
          Map<Symbol, SymbolMarket> others = new TreeMap<>(known.market().symbols());
          others.remove(symbol);
          return known.with(
              new MarketFacts(others, known.market().vix(), known.market().ensemble()));
        });
  }

  @Override
  public void shadow(TenantId tenant, ShadowBook book, List<ShadowTrade> closed) {
    cycles.change(tenant, known -> known.with(known.money().withShadow(Optional.of(book))));
    cycles.closeOnPaper(tenant, closed);
  }

  @Override
  public void loseStats(TenantId tenant) {
    cycles.change(tenant, known -> known.with(known.memory().withStats(Optional.empty())));
  }

  @Override
  public void askToLookAgain(TenantId tenant, Instant now) {
    days.lookAgain(new LateTrade(tenant, now));
  }
}
