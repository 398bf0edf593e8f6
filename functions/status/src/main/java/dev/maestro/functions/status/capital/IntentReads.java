package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.IntentsView;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.route.QueryParameter;
import dev.maestro.functions.status.shape.Shape;

/** {@code GET intents} and one of them: what executors look for, and members watch. */
public final class IntentReads {
  /** Only orders in one state. */
  public static final QueryParameter STATE =
      new QueryParameter(
          "state", Shape.spoken(IntentState.class), "Only those in this state; all without it");

  private final IntentsView intents;

  /** Of this view. */
  public IntentReads(IntentsView intents) {
    this.intents = intents;
  }

  /** A page of them, newest first. */
  public Answer page(MemberCall call) throws RefusedInputException {
    return Answer.ok(intents.page(call.page(), call.query(STATE)));
  }

  /** One, with its history. */
  public Answer one(MemberCall call) throws Problem {
    return Answer.found(
        intents.one(call.tenant(), call.argument(LedgerCall.NONCE)), "intent of the tenant");
  }
}
