package dev.maestro.functions.status.settings;

import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberForm;
import dev.maestro.firestore.tenant.PutMember;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;

/** {@code PUT members/{uid}}: what a user may do in the tenant. */
public final class MembershipCalls {
  private final PutMember members;

  /** Stores through this. */
  public MembershipCalls(PutMember members) {
    this.members = members;
  }

  /** Stores one. */
  public Answer put(MemberCall call) throws Problem, IOException {
    Uid uid =
        Uid.of(call.argument("uid"))
            .orElseThrow(() -> Problem.notFound("no user can have this id"));
    Member member =
        JsonBody.read(
            call.request(), body -> MemberForm.sent(uid, body, call.now()), Problem::refused);
    try {
      PutMember.Outcome outcome = members.put(call.tenant(), member, call.now());
      if (outcome == PutMember.Outcome.LAST_ADMIN) {
        throw Problem.refusal(
            409,
            "LAST_ADMIN",
            "Nobody would be admin any more",
            "make somebody else an admin first; nothing was stored");
      }
      Written stands = MemberForm.LISTED.written(member);
      return Answer.ok(stands.with("outcome", outcome));
    } catch (ForeignUserException foreign) {
      throw Problem.refused(
          "uid",
          "uid must not be a user whom somebody else weighs: an operator of the project makes it a"
              + " member with './maestro tenant member'");
    }
  }
}
