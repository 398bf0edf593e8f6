package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members of tenants in Firestore. */
public final class MemberStore {
  private final Firestore firestore;

  /** Reads and writes here. */
  public MemberStore(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The members of a tenant.
   *
   * @param members sorted by uid
   * @param errors what is wrong with the documents that cannot be read, by uid: such a user has no
   *     role
   */
  public record Listing(List<Member> members, SortedMap<String, String> errors) {
    /** Keeps its own list. */
    public Listing {
      members = List.copyOf(members);
    }
  }

  /** Gives a user this membership, in place of the one it may have. */
  public void put(TenantId tenant, Member member) {
    StoreCalls.await(
        firestore
            .document(Paths.of(tenant, "users/" + member.uid()))
            .set(StoredValue.map(MemberForm.FACTS.write(member))));
  }

  /** All members of a tenant. */
  public Listing list(TenantId tenant) {
    List<Member> members = new ArrayList<>();
    SortedMap<String, String> errors = new TreeMap<>();
    for (QueryDocumentSnapshot document :
        StoreCalls.await(firestore.collection(Paths.of(tenant, "users")).get()).getDocuments()) {
      try {
        members.add(MemberForm.of(uid(document.getId())).read(StoredFields.of(document)));
      } catch (UnreadableValueException broken) {
        errors.put(document.getId(), String.valueOf(broken.getMessage()));
      }
    }
    return new Listing(members, errors);
  }

  private static Uid uid(String id) {
    return Uid.of(id)
        .orElseThrow(
            () -> UnreadableValueException.because("a member must be a user id, got '" + id + "'"));
  }
}
