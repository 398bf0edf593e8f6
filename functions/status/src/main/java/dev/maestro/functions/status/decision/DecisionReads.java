package dev.maestro.functions.status.decision;

import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.DecisionsView;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;

/** {@code GET decisions} and one of them. */
public final class DecisionReads {
  private final DecisionsView decisions;

  /** Of this view. */
  public DecisionReads(DecisionsView decisions) {
    this.decisions = decisions;
  }

  /** A page of the log, newest first. */
  public Answer page(MemberCall call) throws RefusedInputException {
    return Answer.ok(decisions.page(call.page()));
  }

  /** A whole record. */
  public Answer one(MemberCall call) throws Problem {
    return Answer.found(
        decisions.one(call.tenant(), call.argument("id")), "decision of the tenant");
  }
}
