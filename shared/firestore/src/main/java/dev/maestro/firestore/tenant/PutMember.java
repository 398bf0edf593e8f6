package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.Transaction;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.tenant.strategy.BindUserPort;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a user a membership on behalf of an admin. A tenant never loses its last admin, however
 * many of them take each other's role away at once, and nobody is taken in whom somebody else
 * weighs.
 */
public final class PutMember {
  private final Firestore firestore;
  private final BindUserPort strangers;

  /**
   * Writes here.
   *
   * @param strangers refuses users that the tenant may not take in
   */
  public PutMember(Firestore firestore, BindUserPort strangers) {
    this.firestore = firestore;
    this.strangers = strangers;
  }

  /** What became of a membership. */
  public enum Outcome {
    /** It is another one now. */
    STORED,
    /** It was like this. */
    UNCHANGED,
    /** Nobody would be admin any more; nothing is stored. */
    LAST_ADMIN
  }

  /**
   * Stores it in place of the one that may stand, in one transaction.
   *
   * @param member with the time at which a new one was added
   * @throws ForeignUserException if the user is new and somebody else's; nothing is stored
   * @throws UnavailableException if it is not known whether it was stored
   */
  public Outcome put(TenantId tenant, Member member, Instant now) {
    DocumentSnapshot standing = StoreCalls.await(document(tenant, member.uid()).get());
    if (read(standing).isEmpty()) {
      strangers.require(member.uid(), tenant, now);
    }
    try {
      return StoreCalls.await(
          firestore.runTransaction(transaction -> put(transaction, tenant, member)));
    } catch (StaleWriteException contended) {
      throw new UnavailableException("others write the members of " + tenant, contended);
    }
  }

  private Outcome put(Transaction transaction, TenantId tenant, Member member) throws Exception {
    Optional<Member> standing = read(transaction.get(document(tenant, member.uid())).get());
    Member next =
        new Member(
            member.uid(),
            member.role(),
            member.strategies(),
            member.accounts(),
            standing.flatMap(Member::addedAt).or(member::addedAt));
    if (standing.equals(Optional.of(next))) {
      return Outcome.UNCHANGED;
    }
    boolean isStepDown =
        standing.filter(known -> known.role() == Role.ADMIN).isPresent()
            && next.role() != Role.ADMIN;
    if (isStepDown && !hasOtherAdmin(transaction, tenant, member.uid())) {
      return Outcome.LAST_ADMIN;
    }
    transaction.set(document(tenant, next.uid()), StoredValue.map(MemberForm.FACTS.write(next)));
    return Outcome.STORED;
  }

  private boolean hasOtherAdmin(Transaction transaction, TenantId tenant, Uid uid)
      throws Exception {
    for (QueryDocumentSnapshot document :
        transaction.get(firestore.collection(Paths.of(tenant, "users"))).get().getDocuments()) {
      boolean isOther = !document.getId().equals(uid.value());
      if (isOther && read(document).filter(one -> one.role() == Role.ADMIN).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Member> read(DocumentSnapshot document) {
    try {
      Optional<Uid> uid = Uid.of(document.getId());
      return document.exists() && uid.isPresent()
          ? Optional.of(MemberForm.of(uid.get()).read(StoredFields.of(document)))
          : Optional.empty();
    } catch (UnreadableValueException broken) {
      return Optional.empty();
    }
  }

  private DocumentReference document(TenantId tenant, Uid uid) {
    return firestore.document(Paths.of(tenant, "users/" + uid));
  }
}
