package dev.maestro.firestore.twin;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.TwinStateForm;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.util.Optional;

/** The twins of tenants, for whoever shows them; one document. */
public final class StoredTwins {
  private final Firestore firestore;

  /** Reads here. */
  public StoredTwins(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The twin of a tenant; empty before its first cycle.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field that is damaged
   */
  public Optional<TwinState> find(TenantId tenant) {
    DocumentSnapshot document =
        StoreCalls.await(firestore.document(Paths.of(tenant, TwinDocument.PATH)).get());
    return document.exists()
        ? Optional.of(TwinStateForm.FORM.read(StoredFields.of(document)))
        : Optional.empty();
  }
}
