package dev.maestro.firestore.evaluate;

import com.google.api.core.ApiFuture;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.conduct.evaluate.EvaluationsPort;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.metrics.MetricsDocument;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code systemStatus/cycles/slots/{tenant}_evaluation} is the turn, a lease like a slot's: {@code
 * attempts} is its fence, and its update time guards the commit. It is no slot of the tenant, so
 * that an evaluation never keeps a cycle from its exits; a cycle that evaluates meanwhile replaces
 * the same policy, and one of both begins again. Whoever asks waits, so Firestore answers within 10
 * seconds, or is gone.
 */
public final class FirestoreEvaluations implements EvaluationsPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(10);
  private static final String RUNNING = "RUNNING";
  private static final String CURRENT = "globalPolicy/current";

  private final Firestore firestore;

  /** The lease as it was written, and the policy as it was read before. */
  private record Held(Timestamp lease, DocumentVersion policy) implements StoreVersion {}

  /** Reads and writes here. */
  public FirestoreEvaluations(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Turn acquire(TenantId tenant, Slot slot, String owner, Instant now, Duration lease) {
    List<DocumentSnapshot> found =
        await(
            firestore.getAll(
                turn(tenant),
                firestore.document(Paths.slot(tenant, slot.start())),
                firestore.document(Paths.of(tenant, CURRENT))));
    DocumentSnapshot before = found.get(0);
    Optional<Turn> other =
        running(found.get(1), "cycle of slot " + CanonicalJson.time(slot.start()), now)
            .or(() -> running(before, owner(before), now));
    if (other.isPresent()) {
      return other.get();
    }
    Map<String, Object> fields = fields(tenant, slot, owner, now.plus(lease), fence(before) + 1);
    try {
      Timestamp written =
          before.exists() && before.getUpdateTime() != null
              ? await(turn(tenant).update(fields, Precondition.updatedAt(before.getUpdateTime())))
                  .getUpdateTime()
              : await(turn(tenant).create(fields)).getUpdateTime();
      return new Turn.Ours(new Held(written, DocumentVersion.of(found.get(2))));
    } catch (StaleWriteException faster) {
      DocumentSnapshot theirs = await(turn(tenant).get());
      return new Turn.Running(owner(theirs), leaseUntil(theirs).orElse(now));
    }
  }

  @Override
  public boolean commit(TenantId tenant, Turn.Ours turn, MetaState state, Metrics counted) {
    Held held = (Held) turn.version();
    Map<String, Object> fields = StoredValue.map(MetaStateForm.FORM.write(state));
    fields.put("tenant_id", tenant.value());
    String id = CanonicalJson.time(state.policy().updatedAt());
    WriteBatch batch = firestore.batch();
    end(batch, tenant, held);
    held.policy().replace(batch, firestore.document(Paths.of(tenant, CURRENT)), fields);
    batch.create(firestore.document(Paths.of(tenant, CURRENT + "/history/" + id)), fields);
    MetricsDocument.add(firestore, batch, tenant, counted);
    try {
      await(batch.commit());
      return true;
    } catch (StaleWriteException changed) {
      return false;
    }
  }

  @Override
  public void release(TenantId tenant, Turn.Ours turn) {
    WriteBatch batch = firestore.batch();
    end(batch, tenant, (Held) turn.version());
    try {
      await(batch.commit());
    } catch (StaleWriteException takenOver) {
      // Whoever took it over ends it.
    }
  }

  private void end(WriteBatch batch, TenantId tenant, Held held) {
    batch.update(turn(tenant), Map.of("state", "DONE"), Precondition.updatedAt(held.lease()));
  }

  private static Optional<Turn> running(DocumentSnapshot document, String id, Instant now) {
    boolean isRunning = text(document, "state").filter(RUNNING::equals).isPresent();
    return leaseUntil(document)
        .filter(until -> isRunning && until.isAfter(now))
        .map(until -> new Turn.Running(id, until));
  }

  private static Map<String, Object> fields(
      TenantId tenant, Slot slot, String owner, Instant leaseUntil, long fence) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("tenant_id", tenant.value());
    fields.put("slot", slot.start());
    fields.put("state", RUNNING);
    fields.put("owner", owner);
    fields.put("lease_until", leaseUntil);
    fields.put("attempts", fence);
    fields.put("expires_at", slot.start().plus(KEPT));
    return StoredValue.map(fields);
  }

  private static long fence(DocumentSnapshot document) {
    return stored(document).reading("attempts", Kinds.WHOLE).value().orElse(0L);
  }

  private static Optional<Instant> leaseUntil(DocumentSnapshot document) {
    return stored(document).reading("lease_until", Kinds.TIME).value();
  }

  private static String owner(DocumentSnapshot document) {
    return text(document, "owner").orElse("unknown");
  }

  private static Optional<String> text(DocumentSnapshot document, String field) {
    return stored(document).reading(field, Kinds.TEXT).value();
  }

  private static Fields stored(DocumentSnapshot document) {
    return StoredFields.of(document);
  }

  private DocumentReference turn(TenantId tenant) {
    return firestore.document(Paths.evaluation(tenant));
  }

  private static <T> T await(ApiFuture<T> call) {
    return StoreCalls.await(call, PATIENCE);
  }
}
