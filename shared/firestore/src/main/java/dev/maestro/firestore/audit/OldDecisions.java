package dev.maestro.firestore.audit;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.retention.BrokenChainException;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The oldest decisions of a tenant, to be removed. Records go and the beginning of the chain moves
 * in one commit, which fails if somebody else moved it: what is stored is a whole chain at any
 * time.
 */
public final class OldDecisions {
  /** The document below its tenant that says where the chain begins. */
  static final String START = "control/chain_start";

  private final Firestore firestore;
  private final TenantId tenant;
  private final String oldest;
  private final long newestToGo;

  /**
   * What may go.
   *
   * @param before records of slots before this time
   * @param atLeast so many of the newest stay
   */
  public OldDecisions(Firestore firestore, TenantId tenant, Instant before, int atLeast) {
    this.firestore = firestore;
    this.tenant = tenant;
    this.oldest = String.valueOf(before.getEpochSecond());
    this.newestToGo = new DecisionLog(firestore).head(tenant).seq() - atLeast;
  }

  /**
   * Removes the oldest of them.
   *
   * @param most at once; a commit holds 500 writes
   * @return how many are gone; 0 too if somebody else removes them at this moment
   * @throws BrokenChainException if they do not build on each other; none is removed
   */
  public int remove(int most) {
    DocumentReference place = firestore.document(Paths.of(tenant, START));
    DocumentSnapshot known = StoreCalls.await(place.get());
    ChainHead start =
        known.exists() ? ChainHeadForm.FORM.read(StoredFields.of(known)) : ChainHead.EMPTY;
    int room = (int) Math.min(most, newestToGo - start.seq());
    if (room <= 0) {
      return 0;
    }
    ChainVerifier verifier = new ChainVerifier(start);
    WriteBatch batch = firestore.batch();
    for (QueryDocumentSnapshot entry : page(room)) {
      verifier.add(RecordDocument.decode(entry.getData()), entry.getId());
      batch.delete(entry.getReference());
    }
    if (!verifier.faults().isEmpty()) {
      throw new BrokenChainException(verifier.faults().get(0));
    }
    if (verifier.records() == 0) {
      return 0;
    }
    Map<String, Object> fields = ChainHeadForm.FORM.write(verifier.end());
    fields.put("removed_at", Instant.now());
    DocumentVersion.of(known).replace(batch, place, StoredValue.map(fields));
    return StoreCalls.isWritten(batch) ? (int) verifier.records() : 0;
  }

  /** Ids begin with the slot, so their order is the chain's. */
  private List<QueryDocumentSnapshot> page(int most) {
    return StoreCalls.await(
            firestore
                .collection(Paths.LOGS)
                .whereEqualTo("tenant_id", tenant.value())
                .whereLessThan(
                    FieldPath.documentId(), firestore.collection(Paths.LOGS).document(oldest))
                .orderBy(FieldPath.documentId())
                .limit(most)
                .get())
        .getDocuments();
  }
}
