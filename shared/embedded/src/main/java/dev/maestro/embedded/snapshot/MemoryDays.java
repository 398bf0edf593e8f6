package dev.maestro.embedded.snapshot;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.reweigh.LateTrade;
import dev.maestro.engine.reweigh.LookAgainPort;
import dev.maestro.engine.shadow.ShadowFacts;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.day.EquityDays;
import dev.maestro.engine.snapshot.day.LoadDayPort;
import dev.maestro.engine.snapshot.day.RollingPort;
import dev.maestro.engine.snapshot.day.StoredStats;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.RowsPort;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.MembershipPort;
import dev.maestro.engine.throttle.ClosedDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The closed days of the tenants whose cycles stand in memory: what a closing leaves is what their
 * next cycle begins with. One lock makes every method atomic; there is room for everything.
 */
public final class MemoryDays implements LoadDayPort, RowsPort, RollingPort, LookAgainPort {
  private final MemoryCycles cycles;
  private final MemoryJournal journal;
  private final MembershipPort members;
  private final Map<TenantId, Kept> kept = new TreeMap<>();

  /** Closes days of these cycles by this journal, for these members. */
  public MemoryDays(MemoryCycles cycles, MemoryJournal journal, MembershipPort members) {
    this.cycles = cycles;
    this.journal = journal;
    this.members = members;
  }

  /** What stands of a tenant's past beside its statistics. */
  private static final class Kept {
    private final Map<RowPlace, PeriodRow> rows = new HashMap<>();
    private final SortedMap<LocalDate, EquityPoint> equity = new TreeMap<>();
    private Optional<Instant> lookAgainAt = Optional.empty();
  }

  private record Days(Optional<ClosedDays> days) implements StoreVersion {}

  private record Stats(Optional<TenantStats> stats, Optional<Instant> lookAgainAt)
      implements StoreVersion {}

  /** All that a closing needs. */
  public DayStores stores() {
    return new DayStores(this, this, this, journal);
  }

  @Override
  public synchronized TenantDay load(TenantId tenant, LocalDate day, Instant now) {
    Situation known =
        cycles
            .find(tenant)
            .orElseThrow(
                () ->
                    new UnknownTenantException(
                        "there is no tenant " + tenant + ": create it with 'tenant create'"));
    Optional<ClosedDays> closed = cycles.closedDays(tenant);
    Map<Symbol, BarHistory> bars = new TreeMap<>();
    known.market().symbols().forEach((symbol, market) -> bars.put(symbol, market.bars()));
    TenantStrategies strategies =
        new TenantStrategies(known.facts().strategies(), Collections.emptySortedMap());
    SortedSet<Uid> strangers = strategies.users(known.facts().tenant());
    strangers.removeIf(uid -> members.membership(tenant, uid) == Membership.MEMBER);
    return new TenantDay(
        known.facts().tenant(),
        known.facts().config(),
        strategies,
        strangers,
        day,
        now,
        new TenantDay.Rolling(closed, new Days(closed), stats(tenant)),
        new TenantDay.Holdings(known.money().shownAccount(), bars, shadow(tenant, day)),
        known.memory().day(),
        new EquityDays(
            of(tenant).equity.tailMap(day.minusDays(TenantDay.EQUITY_DAYS)), new TreeSet<>()));
  }

  private ShadowFacts shadow(TenantId tenant, LocalDate day) {
    Instant from = PeriodRows.endOf(day).minus(ShadowFacts.LOOK_BACK);
    return new ShadowFacts(
        cycles.find(tenant).flatMap(known -> known.money().shadow()),
        Optional.of(
            cycles.shadowTrades(tenant).stream()
                .filter(trade -> !trade.closedAt().isBefore(from))
                .toList()));
  }

  @Override
  public synchronized Map<RowPlace, StoredRow> load(TenantId tenant, Set<RowPlace> places) {
    Map<RowPlace, StoredRow> found = new HashMap<>();
    for (RowPlace place : places) {
      Optional.ofNullable(of(tenant).rows.get(place))
          .ifPresent(row -> found.put(place, StoredRow.Known.whole(row)));
    }
    return found;
  }

  @Override
  public synchronized void store(TenantId tenant, Map<RowPlace, PeriodRow> rows) {
    of(tenant).rows.putAll(rows);
  }

  @Override
  public synchronized void storeEquity(TenantId tenant, LocalDate day, EquityPoint point) {
    of(tenant).equity.put(day, point);
  }

  @Override
  public synchronized StoredStats stats(TenantId tenant) {
    Optional<TenantStats> stats = cycles.find(tenant).flatMap(known -> known.memory().stats());
    Optional<Instant> lookAgainAt = of(tenant).lookAgainAt;
    return new StoredStats(
        stats,
        stats.map(known -> Reading.of(known.throttleMemory())).orElse(Reading.absent()),
        lookAgainAt,
        new Stats(stats, lookAgainAt));
  }

  @Override
  public TenantStats fitting(TenantStats stats) {
    return stats;
  }

  @Override
  public synchronized boolean replaceStats(
      TenantId tenant, TenantStats stats, StoreVersion before) {
    Optional<Instant> lookAgainAt = of(tenant).lookAgainAt;
    return cycles.changeIf(
        tenant,
        known -> before.equals(new Stats(known.memory().stats(), lookAgainAt)),
        known -> known.with(known.memory().withStats(Optional.of(stats))));
  }

  @Override
  public synchronized boolean replaceClosedDays(
      TenantId tenant, ClosedDays days, StoreVersion before) {
    if (!before.equals(new Days(cycles.closedDays(tenant)))) {
      return false;
    }
    cycles.closeDays(tenant, days);
    return true;
  }

  @Override
  public synchronized void lookAgain(LateTrade trade) {
    TenantId tenant = trade.tenantId();
    Kept known = of(tenant);
    if (known.lookAgainAt.filter(at -> at.isAfter(trade.writtenAt())).isPresent()) {
      return;
    }
    known.lookAgainAt = Optional.of(journal.nextWrite());
    cycles.changeIf(
        tenant,
        situation -> situation.memory().stats().isPresent(),
        situation ->
            situation.with(
                situation
                    .memory()
                    .withStats(situation.memory().stats().map(TenantStats::withoutWatermark))));
  }

  private Kept of(TenantId tenant) {
    return kept.computeIfAbsent(tenant, unknown -> new Kept());
  }
}
