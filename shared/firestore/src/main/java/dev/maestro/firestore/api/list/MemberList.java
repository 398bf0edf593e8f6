package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberForm;

/** The members of a tenant, by user id. */
public final class MemberList {
  /** The list. */
  public static final StoredList LIST =
      StoredList.byId(
          "members",
          "uid",
          tenant -> Paths.of(tenant, "users"),
          (document, now) -> entry(document));

  private MemberList() {}

  private static Written entry(DocumentSnapshot document) {
    Uid uid =
        Uid.of(document.getId())
            .orElseThrow(
                () -> UnreadableValueException.because("a member must be a " + Kinds.UID.rule()));
    Member member = MemberForm.of(uid).read(StoredFields.of(document));
    return MemberForm.LISTED.written(member).with("added_at", member.addedAt());
  }
}
