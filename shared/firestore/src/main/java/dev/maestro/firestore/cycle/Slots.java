package dev.maestro.firestore.cycle;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteResult;
import dev.maestro.engine.conduct.SlotClaim;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slots with leases. A new slot costs one write and no read; whoever holds one knows its update
 * time, which guards every later write.
 */
final class Slots {
  private static final String RUNNING = "RUNNING";
  private static final String DONE = "DONE";
  private static final String EXPIRED = "EXPIRED";

  /** Longer than any message is delivered again; then the documents may vanish. */
  private static final Duration KEPT = Duration.ofDays(10);

  private final Firestore firestore;

  /** A slot's document as it was written then. */
  private record WrittenAt(Timestamp time) implements StoreVersion {}

  Slots(Firestore firestore) {
    this.firestore = firestore;
  }

  DocumentReference document(TenantId tenant, Slot slot) {
    return firestore.document(Paths.slot(tenant, slot.start()));
  }

  SlotClaim acquire(TenantId tenant, Slot slot, String owner, Instant now, Duration lease) {
    DocumentReference document = document(tenant, slot);
    Map<String, Object> running = running(tenant, slot, owner, now, lease, 1);
    try {
      return new SlotClaim.Acquired(
          owner, new WrittenAt(StoreCalls.await(document.create(running)).getUpdateTime()), 1);
    } catch (StaleWriteException taken) {
      return takeOver(document, tenant, slot, owner, now, lease);
    }
  }

  /** Holds as long as the slot is as its owner took it. */
  static Precondition held(SlotClaim.Acquired claim) {
    return Precondition.updatedAt(((WrittenAt) claim.version()).time());
  }

  private SlotClaim takeOver(
      DocumentReference document,
      TenantId tenant,
      Slot slot,
      String owner,
      Instant now,
      Duration lease) {
    DocumentSnapshot stored = StoreCalls.await(document.get());
    Fields fields = StoredFields.of(stored);
    String state = fields.find("state", Kinds.TEXT).orElse("");
    if (state.equals(EXPIRED)) {
      return new SlotClaim.Expired();
    }
    if (state.equals(DONE)) {
      return new SlotClaim.Done(fields.find("record_id", Kinds.TEXT).orElse(""));
    }
    Instant leaseUntil = fields.find("lease_until", Kinds.TIME).orElse(Instant.EPOCH);
    long attempts = fields.raw("attempts").orElse(2L) instanceof Long known ? known : 2;
    Optional<Timestamp> version = Optional.ofNullable(stored.getUpdateTime());
    if (version.isPresent() && owner.equals(fields.find("owner", Kinds.TEXT).orElse(""))) {
      return new SlotClaim.Acquired(owner, new WrittenAt(version.get()), attempts);
    }
    if (leaseUntil.isAfter(now) || version.isEmpty()) {
      return new SlotClaim.Busy(leaseUntil);
    }
    try {
      WriteResult taken =
          StoreCalls.await(
              document.update(
                  running(tenant, slot, owner, now, lease, attempts + 1),
                  Precondition.updatedAt(version.get())));
      return new SlotClaim.Acquired(owner, new WrittenAt(taken.getUpdateTime()), attempts + 1);
    } catch (StaleWriteException faster) {
      return new SlotClaim.Busy(now);
    }
  }

  private static Map<String, Object> running(
      TenantId tenant, Slot slot, String owner, Instant now, Duration lease, long attempts) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("tenant_id", tenant.value());
    fields.put("slot", slot.start());
    fields.put("state", RUNNING);
    fields.put("owner", owner);
    fields.put("lease_until", now.plus(lease));
    fields.put("attempts", attempts);
    fields.put("expires_at", slot.start().plus(KEPT));
    return StoredValue.map(fields);
  }

  /** What is written into a slot that was decided. */
  static Map<String, Object> done(String recordId, Instant now) {
    return StoredValue.map(Map.of("state", DONE, "record_id", recordId, "finished_at", now));
  }

  /** What is written into a slot that nobody decides any more. */
  static Map<String, Object> expired(Instant now) {
    return StoredValue.map(Map.of("state", EXPIRED, "finished_at", now));
  }
}
