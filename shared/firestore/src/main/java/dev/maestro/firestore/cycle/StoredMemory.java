package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.policy.PolicyDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What earlier cycles and earlier days left for this one: performance, policies, the chain. What is
 * lost of it is taken at its tightest; a chain that is lost ends the cycle.
 */
final class StoredMemory {
  private final TolerantReads reads;
  private final StoredSet stored;
  private final TenantConfig settings;
  private final Instant now;

  StoredMemory(TolerantReads reads, StoredSet stored, TenantConfig settings, Instant now) {
    this.reads = reads;
    this.stored = stored;
    this.settings = settings;
    this.now = now;
  }

  /**
   * All of it, beside what is known already.
   *
   * @throws UnknownTenantException if the chain cannot be continued
   */
  CycleMemory read(
      List<RegisteredStrategy> strategies, Optional<TenantStats> stats, List<ClosedTrade> trades) {
    ChainDocument chain = chain();
    boolean hasRun = chain.lastDone().isPresent();
    PolicyDocument policy = policy(hasRun);
    return new CycleMemory(
        stats,
        trades,
        performance(strategies),
        policy.stability(),
        policy.day(),
        meta(settings.meta().enabled() && hasRun),
        chain.head(),
        chain.lastDone());
  }

  /** What is not known of a strategy throttles it, so somebody has to know why. */
  private SortedMap<StrategyId, PerformanceReading> performance(
      List<RegisteredStrategy> strategies) {
    String path = reads.path(ThrottleDocument.PATH);
    SortedMap<StrategyId, PerformanceReading> readings =
        ThrottleDocument.readings(
            stored.fields(path),
            strategies.stream().map(RegisteredStrategy::id).toList(),
            now,
            settings.throttle());
    SortedMap<String, List<String>> unknown = new TreeMap<>();
    readings.forEach(
        (strategy, reading) -> {
          if (reading instanceof PerformanceReading.Unavailable unavailable) {
            unknown
                .computeIfAbsent(unavailable.why(), why -> new ArrayList<>())
                .add(strategy.value());
          }
        });
    unknown.forEach(
        (why, whose) ->
            reads.fault(
                AlertCode.UNREADABLE_THROTTLE,
                path + " tells nothing of " + String.join(", ", whose) + ": " + why));
    return readings;
  }

  /**
   * Before the first cycle nothing is known; behind a state that is lost a latch may hide, and a
   * loss: the day is latched, and goes on as it is shown beside the account.
   */
  private PolicyDocument policy(boolean hasRun) {
    StabilityState first =
        StabilityState.initial(
            settings.market().symbolsDefault(), now, settings.profile().profile().name());
    String path = reads.path(PolicyDocument.PATH);
    if (!hasRun && !reads.isThere(path)) {
      return new PolicyDocument(first, Optional.empty());
    }
    StabilityState latched =
        new StabilityState(
            first.inForce(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(settings.stability().dayOf(now)),
            Map.of());
    return reads
        .require(path, AlertCode.UNREADABLE_POLICY, fields -> PolicyDocument.read(fields, now))
        .orElseGet(() -> new PolicyDocument(latched, new StoredAccount(reads, now).shownDay()));
  }

  /** Readers of a policy that is lost saw DEFENSIVE; the first evaluation after it starts there. */
  private Optional<MetaState> meta(boolean hasRun) {
    String path = reads.path("globalPolicy/current");
    if (!hasRun && !reads.isThere(path)) {
      return Optional.empty();
    }
    return reads
        .require(path, AlertCode.UNREADABLE_GLOBAL_POLICY, this::metaState)
        .or(() -> Optional.of(MetaState.lostAt(now)));
  }

  private MetaState metaState(Fields fields) {
    MetaState state = MetaStateForm.FORM.read(fields);
    if (state.isOfTimeToCome(now)) {
      throw new IllegalArgumentException(
          "updated_at is more than a day ahead, or expires_at later than two days after it");
    }
    return state;
  }

  /** A chain that is continued from nowhere forks, so nobody continues it. */
  private ChainDocument chain() {
    String mend =
        ": the chain of decisions cannot be continued; restore seq, hash and slot from the newest"
            + " record, or seq 0 and a hash of 64 zeros if there is none";
    try {
      ChainDocument chain =
          stored
              .fields(reads.path(ChainDocument.PATH))
              .map(fields -> ChainDocument.read(fields, now))
              .orElseThrow(
                  () ->
                      new UnknownTenantException(
                          reads.path(ChainDocument.PATH) + " is missing" + mend));
      chain.fault().ifPresent(why -> reads.fault(AlertCode.UNREADABLE_CHAIN, why));
      return chain;
    } catch (UnreadableValueException broken) {
      throw new UnknownTenantException(broken.getMessage() + mend);
    }
  }
}
