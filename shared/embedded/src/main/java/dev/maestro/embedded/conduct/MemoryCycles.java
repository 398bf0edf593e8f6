package dev.maestro.embedded.conduct;

import dev.maestro.embedded.claim.MemoryLedgers;
import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.SlotClaim;
import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.metrics.CycleEnd;
import dev.maestro.engine.metrics.LoadMetricsPort;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Cycles in memory, with the promises of a real store: leases, versions, all or nothing. One lock
 * makes every method atomic.
 */
public final class MemoryCycles
    implements CyclesPort, LoadDecisionPort, LoadMetricsPort, NarrationsPort {
  private final Map<TenantId, Versioned> tenants = new HashMap<>();
  private final Map<String, SlotState> slots = new HashMap<>();
  private final MemoryDecisions decisions = new MemoryDecisions();

  private final Map<TenantId, List<ShadowTrade>> shadowTrades = new HashMap<>();
  private final Map<TenantId, Set<Nonce>> intents = new HashMap<>();
  private final Map<TenantId, ClosedDays> closedDays = new HashMap<>();
  private final Map<TenantId, Metrics> metrics = new HashMap<>();

  private final Optional<CycleLedgers> ledgers;

  /** Cycles whose ledger nobody else asks: it stands in the situation. */
  public MemoryCycles() {
    this(Optional.empty());
  }

  /** Cycles on ledgers that executors and operators ask as well. */
  public MemoryCycles(MemoryLedgers shared) {
    this(Optional.of(new CycleLedgers(shared)));
  }

  private MemoryCycles(Optional<CycleLedgers> shared) {
    this.ledgers = shared;
  }

  private record Versioned(Situation situation, Revision version) {}

  private record SlotState(
      String owner,
      Instant leaseUntil,
      Revision version,
      long attempts,
      Optional<SlotClaim> ended) {}

  /** Versions in the order in which they were written. */
  private record Revision(long number) implements StoreVersion {
    private static final Revision FIRST = new Revision(1);

    Revision next() {
      return new Revision(number + 1);
    }
  }

  /** Sets a tenant up, or changes what is stored of it, as somebody else than a cycle does. */
  public synchronized void put(Situation situation) {
    TenantId id = situation.facts().tenant().id();
    Revision version = tenants.containsKey(id) ? stored(id).version().next() : Revision.FIRST;
    tenants.put(id, new Versioned(situation, version));
  }

  /** Changes what is stored of a tenant. */
  public synchronized void change(TenantId tenant, UnaryOperator<Situation> change) {
    put(change.apply(stored(tenant).situation()));
  }

  /** What is stored of a tenant; empty if there is none. */
  public synchronized Optional<Situation> find(TenantId tenant) {
    return Optional.ofNullable(tenants.get(tenant)).map(Versioned::situation);
  }

  /**
   * Changes what is stored of a tenant if it is still as somebody saw it.
   *
   * @return false if it is not, or if there is no such tenant; nothing is changed then
   */
  public synchronized boolean changeIf(
      TenantId tenant, Predicate<Situation> isAsSeen, UnaryOperator<Situation> change) {
    boolean isStill = find(tenant).filter(isAsSeen).isPresent();
    if (isStill) {
      change(tenant, change);
    }
    return isStill;
  }

  /** What a tenant's strategies have closed on paper, oldest first. */
  public synchronized List<ShadowTrade> shadowTrades(TenantId tenant) {
    return List.copyOf(shadowTrades.getOrDefault(tenant, List.of()));
  }

  /** Adds what was closed on paper. */
  public synchronized void closeOnPaper(TenantId tenant, List<ShadowTrade> closed) {
    shadowTrades.computeIfAbsent(tenant, first -> new ArrayList<>()).addAll(closed);
  }

  /** The closed days of a tenant's strategies; empty: none was ever closed. */
  public synchronized Optional<ClosedDays> closedDays(TenantId tenant) {
    return Optional.ofNullable(closedDays.get(tenant));
  }

  /** Lets the cycles of a tenant look at these closed days from now on. */
  public synchronized void closeDays(TenantId tenant, ClosedDays days) {
    closedDays.put(tenant, days);
  }

  @Override
  public synchronized Metrics load(TenantId tenant) {
    return metrics.getOrDefault(tenant, Metrics.UNKNOWN);
  }

  /** Forgets all that was counted of a tenant. */
  public synchronized void loseMetrics(TenantId tenant) {
    metrics.remove(tenant);
  }

  /** The records of a tenant, oldest slot first. */
  public synchronized List<Map<String, Object>> records(TenantId tenant) {
    return decisions.records(tenant);
  }

  @Override
  public synchronized SlotClaim acquire(
      TenantId tenant, Slot slot, String owner, Instant now, Duration lease) {
    String key = key(tenant, slot);
    Optional<SlotState> state = Optional.ofNullable(slots.get(key));
    Optional<SlotClaim> ended = state.flatMap(SlotState::ended);
    if (ended.isPresent()) {
      return ended.get();
    }
    boolean isOurs = state.filter(held -> held.owner().equals(owner)).isPresent();
    Optional<SlotState> live = state.filter(held -> held.leaseUntil().isAfter(now));
    if (live.isPresent() && !isOurs) {
      return new SlotClaim.Busy(live.get().leaseUntil());
    }
    Revision taken = state.map(held -> held.version().next()).orElse(Revision.FIRST);
    Revision version = isOurs ? state.get().version() : taken;
    long attempts = state.map(SlotState::attempts).orElse(0L) + (isOurs ? 0 : 1);
    if (!isOurs) {
      slots.put(key, new SlotState(owner, now.plus(lease), version, attempts, Optional.empty()));
    }
    return new SlotClaim.Acquired(owner, version, attempts);
  }

  @Override
  public synchronized Situation load(TenantId tenant, Instant now) {
    if (!tenants.containsKey(tenant)) {
      throw new UnknownTenantException("there is no tenant " + tenant + ": create it first");
    }
    Versioned stored = stored(tenant);
    Situation closed = withClosedDays(stored.situation(), now);
    Situation situation = ledgers.map(shared -> shared.with(closed)).orElse(closed);
    return situation.readAs(stored.version());
  }

  @Override
  public synchronized Set<Nonce> known(TenantId tenant, Set<Nonce> nonces) {
    Set<Nonce> found = new HashSet<>(nonces);
    found.removeIf(
        nonce ->
            !intents.getOrDefault(tenant, Set.of()).contains(nonce)
                && ledgers.filter(shared -> shared.knows(tenant, nonce)).isEmpty());
    return found;
  }

  @Override
  public synchronized boolean commit(CycleCommit commit) {
    TenantId tenant = commit.situation().facts().tenant().id();
    boolean isCurrent =
        holds(tenant, commit.slot(), commit.claim())
            && commit.situation().version().equals(stored(tenant).version());
    if (!isCurrent || decisions.has(commit.recordId())) {
      return false;
    }
    if (ledgers.filter(shared -> !shared.reserve(commit)).isPresent()) {
      return false;
    }
    decisions.put(commit);
    put(commit.next());
    count(tenant, commit.told().metrics());
    commit.shadow().ifPresent(step -> closeOnPaper(tenant, step.trades()));
    commit
        .outcome()
        .capital()
        .ifPresent(
            given ->
                intents
                    .computeIfAbsent(tenant, first -> new HashSet<>())
                    .addAll(given.instructions().keySet()));
    end(tenant, commit.slot(), commit.claim(), new SlotClaim.Done(commit.recordId()));
    return true;
  }

  @Override
  public synchronized Optional<StoredDecision> find(TenantId tenant, String recordId) {
    return decisions.find(tenant, recordId);
  }

  @Override
  public synchronized void put(
      TenantId tenant, String recordId, String summary, Narration narration) {
    decisions.tell(recordId, summary, narration);
  }

  @Override
  public synchronized void expire(
      TenantId tenant, Slot slot, SlotClaim.Acquired claim, CycleEnd end, Instant now) {
    if (holds(tenant, slot, claim)) {
      count(tenant, Metrics.ended(end));
      end(tenant, slot, claim, new SlotClaim.Expired());
    }
  }

  /** Without closed days, what the tenant was set up with stands. */
  private Situation withClosedDays(Situation situation, Instant now) {
    return closedDays(situation.facts().tenant().id())
        .map(
            days -> {
              Map<StrategyId, PerformanceReading> readings = new TreeMap<>();
              ThrottleConfig config = situation.facts().config().throttle();
              for (RegisteredStrategy strategy : situation.facts().strategies()) {
                readings.put(strategy.id(), days.reading(strategy.id(), now, config));
              }
              return situation.with(situation.memory().withPerformance(readings));
            })
        .orElse(situation);
  }

  private void count(TenantId tenant, Metrics more) {
    metrics.put(tenant, load(tenant).plus(more));
  }

  private boolean holds(TenantId tenant, Slot slot, SlotClaim.Acquired claim) {
    return Optional.ofNullable(slots.get(key(tenant, slot)))
        .filter(state -> state.ended().isEmpty())
        .filter(state -> claim.version().equals(state.version()))
        .isPresent();
  }

  private void end(TenantId tenant, Slot slot, SlotClaim.Acquired claim, SlotClaim ended) {
    slots.put(
        key(tenant, slot),
        new SlotState(
            claim.owner(),
            Instant.MIN,
            held(tenant, slot).version().next(),
            claim.attempts(),
            Optional.of(ended)));
  }

  private SlotState held(TenantId tenant, Slot slot) {
    return Optional.ofNullable(slots.get(key(tenant, slot))).orElseThrow();
  }

  private Versioned stored(TenantId tenant) {
    return Optional.ofNullable(tenants.get(tenant)).orElseThrow();
  }

  private static String key(TenantId tenant, Slot slot) {
    return tenant + "_" + slot.start().getEpochSecond();
  }
}
