package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import java.util.Optional;

/** The weights of a user: one's own, or those of a user whose weights belong to one's tenant. */
public final class WeightsView {
  private final Firestore firestore;

  /** Reads here. */
  public WeightsView(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The weights document as it is stored; empty if there is none that this caller may see.
   *
   * @param uid whose
   * @param callerUid who asks
   * @param tenant of the caller
   * @throws RefusedInputException if the uid can be nobody's
   */
  public Optional<Written> of(Uid uid, Uid callerUid, TenantId tenant)
      throws RefusedInputException {
    return StoredReads.find(firestore, Paths.weights(uid))
        .filter(stored -> uid.equals(callerUid) || isOf(tenant, stored))
        .map(stored -> new Written(stored.values()));
  }

  private static boolean isOf(TenantId tenant, Fields stored) {
    return stored.raw("tenant_id").filter(tenant.value()::equals).isPresent();
  }
}
