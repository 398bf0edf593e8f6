package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.MembershipPort;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks up what a user may do in a tenant: without a membership that can be read, nothing. */
public final class Memberships implements MembershipPort {
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
    DocumentSnapshot document = StoreCalls.await(document(tenant, uid).get(), PATIENCE);
    return document.exists()
        ? Optional.of(MemberForm.of(uid).read(StoredFields.of(document)))
        : Optional.empty();
  }

  @Override
  public Membership membership(TenantId tenant, Uid uid) {
    List<DocumentSnapshot> read =
        StoreCalls.await(
            firestore.getAll(firestore.document(Paths.config(tenant)), document(tenant, uid)),
            PATIENCE);
    if (!read.get(0).exists()) {
      return Membership.NO_TENANT;
    }
    return isReadable(uid, read.get(1)) ? Membership.MEMBER : Membership.STRANGER;
  }

  /** Those of the users who do not belong to a tenant that is there: one call for all of them. */
  public SortedSet<Uid> strangers(TenantId tenant, Set<Uid> users) {
    List<Uid> asked = List.copyOf(users);
    List<DocumentSnapshot> read =
        StoreCalls.await(
            firestore.getAll(
                asked.stream().map(uid -> document(tenant, uid)).toArray(DocumentReference[]::new)),
            PATIENCE);
    SortedSet<Uid> strangers = new TreeSet<>();
    for (int i = 0; i < asked.size(); i++) {
      if (!isReadable(asked.get(i), read.get(i))) {
        strangers.add(asked.get(i));
      }
    }
    return strangers;
  }

  private static boolean isReadable(Uid uid, DocumentSnapshot document) {
    try {
      MemberForm.of(uid).read(StoredFields.of(document));
      return document.exists();
    } catch (UnreadableValueException broken) {
      return false;
    }
  }

  private DocumentReference document(TenantId tenant, Uid uid) {
    return firestore.document(Paths.of(tenant, "users/" + uid));
  }
}
