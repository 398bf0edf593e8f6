package dev.maestro.functions.status.meta;

import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.MetaHistoryView;
import dev.maestro.firestore.api.RankingView;
import dev.maestro.firestore.api.StatusView;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;

/** {@code GET status}, {@code history}, {@code health} and {@code strategies}. */
public final class MetaReads {
  private final StatusView status;
  private final MetaHistoryView history;
  private final RankingView ranking;

  /** Of these views. */
  public MetaReads(StatusView status, MetaHistoryView history, RankingView ranking) {
    this.status = status;
    this.history = history;
    this.ranking = ranking;
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

  /** The strategies as it would rank them now. */
  public Answer strategies(MemberCall call) throws Problem {
    return Answer.found(ranking.of(call.tenant(), call.now()), "configuration");
  }
}
