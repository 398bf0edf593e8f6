package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Duration;
import java.util.Optional;

/** Looks up what a user may do in a tenant: without a membership that can be read, nothing. */
public final class Memberships {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads them here, one document per call. */
  public Memberships(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The membership of a user in a tenant; empty if there is none.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException if it cannot be read
   * @throws dev.maestro.engine.port.UnavailableException if Firestore does not answer
   */
  public Optional<Member> of(TenantId tenant, Uid uid) {
    DocumentSnapshot document =
        StoreCalls.await(firestore.document(Paths.of(tenant, "users/" + uid)).get(), PATIENCE);
    return document.exists()
        ? Optional.of(MemberForm.of(uid).read(StoredFields.of(document)))
        : Optional.empty();
  }
}
