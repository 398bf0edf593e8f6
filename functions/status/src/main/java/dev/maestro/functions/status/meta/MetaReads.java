package dev.maestro.functions.status.meta;

import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.MetaHistoryView;
import dev.maestro.firestore.api.StatusView;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.route.MemberCall;

/** {@code GET status}, {@code history} and {@code health} of the meta controller. */
public final class MetaReads {
  private final StatusView status;
  private final MetaHistoryView history;

  /** Of these views. */
  public MetaReads(StatusView status, MetaHistoryView history) {
    this.status = status;
    this.history = history;
  }

  /** What it says now. */
  public Answer status(MemberCall call) {
    return Answer.ok(status.of(call.tenant(), call.now()));
  }

  /** What it said before, newest first. */
  public Answer history(MemberCall call) throws RefusedInputException {
    return Answer.ok(history.of(call.page()));
  }

  /** The health that it goes by, with a word for each figure. */
  public Answer health(MemberCall call) {
    return Answer.ok(status.health(call.tenant(), call.now()));
  }
}
