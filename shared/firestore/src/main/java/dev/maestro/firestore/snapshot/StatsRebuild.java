package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.ThrottleMode;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the statistics anew from the journal and keeps what the throttle remembers. A cycle may
 * write them at the same time, so the write holds only if they are still as they were read.
 */
final class StatsRebuild {
  private static final int ATTEMPTS = 5;
  private static final List<String> CONTENT =
      List.of("trades", "older", "equity", "throttle_memory");

  private final Firestore firestore;

  StatsRebuild(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * What was done.
   *
   * @param isWritten false: the statistics were right
   * @param isComplete false: not all trades of 30 days have room
   */
  record Outcome(boolean isWritten, boolean isComplete) {}

  /**
   * Rebuilds.
   *
   * @throws StaleWriteException if cycles were faster each time; nothing is lost, try again
   */
  Outcome rebuild(TenantDay day, Collection<ClosedTrade> trades) {
    DocumentReference place =
        firestore.document(Paths.of(day.config().tenant().id(), StatsDocument.PATH));
    RollingTrades rolling = RollingTrades.rebuild(trades, day.now());
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(day, rolling, StoreCalls.await(place.get()));
      } catch (StaleWriteException faster) {
        if (attempt == ATTEMPTS) {
          throw faster;
        }
      }
    }
  }

  private Outcome attempt(TenantDay day, RollingTrades trades, DocumentSnapshot stored) {
    TenantStats stats =
        new TenantStats(
            trades, watermark(day, stored), equity(day), memory(day, stored), day.now());
    Map<String, Object> fields = StatsDocument.fields(stats);
    boolean isComplete =
        StatsDocument.read(StoredFields.of(StatsDocument.PATH, fields))
            .trades()
            .isCompleteAt(day.now());
    if (saysTheSame(fields, stored)) {
      return new Outcome(false, isComplete);
    }
    StoreCalls.await(
        stored.exists()
            ? stored
                .getReference()
                .update(
                    fields, Precondition.updatedAt(Objects.requireNonNull(stored.getUpdateTime())))
            : stored.getReference().create(fields));
    return new Outcome(true, isComplete);
  }

  /** What was written of the past since the journals were read is still to be looked for. */
  private static Optional<Instant> watermark(TenantDay day, DocumentSnapshot stored) {
    boolean isStillAsked =
        !day.statsStored().exists()
            || !Objects.equals(
                day.statsStored().get(Watermark.TAKEN_AWAY_AT),
                stored.get(Watermark.TAKEN_AWAY_AT));
    return isStillAsked ? Optional.empty() : Optional.of(day.now());
  }

  private static List<EquityPoint> equity(TenantDay day) {
    return EquityCurve.of(day.equity().values(), day.now()).points();
  }

  /** Where the memory cannot be read, every strategy starts from the tightest mode. */
  private static SortedMap<StrategyId, ThrottleMemory> memory(
      TenantDay day, DocumentSnapshot stored) {
    try {
      return stored.exists()
          ? StatsDocument.readThrottleMemory(StoredFields.of(stored))
          : new TreeMap<>();
    } catch (UnreadableDocumentException broken) {
      SortedMap<StrategyId, ThrottleMemory> tightest = new TreeMap<>();
      for (RegisteredStrategy strategy : day.registered().strategies()) {
        tightest.put(
            strategy.id(),
            new ThrottleMemory(
                ThrottleMode.SHADOW_MODE, day.now(), Optional.of(day.day()), Optional.empty()));
      }
      return tightest;
    }
  }

  private static boolean saysTheSame(Map<String, Object> fields, DocumentSnapshot stored) {
    Map<String, Object> before = stored.getData();
    return before != null
        && CONTENT.stream().allMatch(field -> Objects.equals(fields.get(field), before.get(field)));
  }
}
