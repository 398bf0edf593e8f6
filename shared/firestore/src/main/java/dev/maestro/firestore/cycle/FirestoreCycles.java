package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.SlotClaim;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.metrics.CycleEnd;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.metrics.MetricsDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cycles in Firestore. */
public final class FirestoreCycles implements CyclesPort {
  private final Firestore firestore;
  private final Slots slots;
  private final CycleReader reader;

  /**
   * Reads and writes here.
   *
   * @param environment variables of the process, which stand in for what a tenant left out
   */
  public FirestoreCycles(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.slots = new Slots(firestore);
    this.reader = new CycleReader(firestore, environment);
  }

  @Override
  public SlotClaim acquire(TenantId tenant, Slot slot, String owner, Instant now, Duration lease) {
    return slots.acquire(tenant, slot, owner, now, lease);
  }

  @Override
  public Situation load(TenantId tenant, Instant now) {
    return reader.read(tenant, now);
  }

  @Override
  public Set<Nonce> known(TenantId tenant, Set<Nonce> nonces) {
    List<DocumentReference> intents =
        nonces.stream().map(nonce -> firestore.document(Paths.intent(tenant, nonce))).toList();
    return StoreCalls.await(firestore.getAll(intents.toArray(DocumentReference[]::new))).stream()
        .filter(DocumentSnapshot::exists)
        .map(document -> new Nonce(document.getId()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean commit(CycleCommit commit) {
    try {
      StoreCalls.await(new CycleWriter(firestore, slots, commit).batch().commit());
      return true;
    } catch (StaleWriteException changed) {
      return false;
    }
  }

  @Override
  public void expire(
      TenantId tenant, Slot slot, SlotClaim.Acquired claim, CycleEnd end, Instant now) {
    WriteBatch batch = firestore.batch();
    batch.update(slots.document(tenant, slot), Slots.expired(now), Slots.held(claim));
    MetricsDocument.add(firestore, batch, tenant, Metrics.ended(end));
    try {
      StoreCalls.await(batch.commit());
    } catch (StaleWriteException takenOver) {
      // Whoever took it over will find the same.
    }
  }
}
