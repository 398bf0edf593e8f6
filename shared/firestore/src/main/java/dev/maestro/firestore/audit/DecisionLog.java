package dev.maestro.firestore.audit;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The stored decisions of a tenant, in the order of their chain. */
public final class DecisionLog {
  private static final int PAGE = 200;

  private final Firestore firestore;

  /** Reads here. */
  public DecisionLog(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * Shows every record of a cycle, oldest slot first, page by page. Ids begin with the slot, so
   * their order is the chain's.
   *
   * @param reader takes the id of a document and its record
   */
  public void forEachCycle(TenantId tenant, BiConsumer<String, Map<String, Object>> reader) {
    Query first =
        firestore
            .collection(Paths.LOGS)
            .whereEqualTo("tenant_id", tenant.value())
            .orderBy(FieldPath.documentId())
            .limit(PAGE);
    List<QueryDocumentSnapshot> page = StoreCalls.await(first.get()).getDocuments();
    while (!page.isEmpty()) {
      for (QueryDocumentSnapshot document : page) {
        reader.accept(document.getId(), RecordDocument.decode(document.getData()));
      }
      page = StoreCalls.await(first.startAfter(page.get(page.size() - 1)).get()).getDocuments();
    }
  }

  /**
   * Where the stored chain of a tenant stands.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public ChainHead head(TenantId tenant) {
    return end(tenant, ChainDocument.PATH);
  }

  /**
   * Behind which record the stored chain of a tenant begins: the newest that was removed for its
   * age, or {@link ChainHead#EMPTY}.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public ChainHead start(TenantId tenant) {
    return end(tenant, OldDecisions.START);
  }

  private ChainHead end(TenantId tenant, String path) {
    DocumentSnapshot stored = StoreCalls.await(firestore.document(Paths.of(tenant, path)).get());
    return stored.exists() ? ChainHeadForm.FORM.read(StoredFields.of(stored)) : ChainHead.EMPTY;
  }
}
