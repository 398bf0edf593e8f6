package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.snapshot.day.RollingPort;
import dev.maestro.engine.snapshot.day.StoredStats;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.util.Optional;
import java.util.SortedMap;

/** The rolling documents in Firestore, each guarded by its update time. */
final class FirestoreRolling implements RollingPort {
  private final Firestore firestore;

  FirestoreRolling(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public StoredStats stats(TenantId tenant) {
    return stats(StoreCalls.await(firestore.document(Paths.of(tenant, StatsDocument.PATH)).get()));
  }

  /** What a document says of the statistics. */
  static StoredStats stats(DocumentSnapshot document) {
    DocumentVersion version = DocumentVersion.of(document);
    if (!document.exists()) {
      return new StoredStats(Optional.empty(), Reading.absent(), Optional.empty(), version);
    }
    Fields fields = StoredFields.of(document);
    return new StoredStats(
        whole(fields),
        memory(fields),
        fields.reading(Watermark.TAKEN_AWAY_AT, Kinds.TIME).value(),
        version);
  }

  @Override
  public TenantStats fitting(TenantStats stats) {
    return TenantStatsForm.FORM.read(
        StoredFields.of(StatsDocument.PATH, StatsDocument.fields(stats)));
  }

  @Override
  public boolean replaceStats(TenantId tenant, TenantStats stats, StoreVersion before) {
    return DocumentVersion.of(before)
        .replace(firestore, Paths.of(tenant, StatsDocument.PATH), StatsDocument.fields(stats));
  }

  @Override
  public boolean replaceClosedDays(TenantId tenant, ClosedDays days, StoreVersion before) {
    return DocumentVersion.of(before)
        .replace(firestore, Paths.of(tenant, ThrottleDocument.PATH), ThrottleDocument.fields(days));
  }

  private static Optional<TenantStats> whole(Fields fields) {
    try {
      return Optional.of(TenantStatsForm.FORM.read(fields));
    } catch (UnreadableValueException broken) {
      return Optional.empty();
    }
  }

  private static Reading<SortedMap<StrategyId, ThrottleMemory>> memory(Fields fields) {
    try {
      return Reading.of(TenantStatsForm.THROTTLE_MEMORY.in(fields));
    } catch (UnreadableValueException broken) {
      return Reading.unreadable();
    }
  }
}
