package dev.maestro.functions.status.decision;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.ArchiveFault;
import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.archive.UnusableArchiveException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.why.StrategyWhy;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;

/** {@code GET decisions/{id}/why/{strategy}}: the stored cycle is decided again to find out. */
public final class WhyReads {
  private final LoadDecisionPort decisions;

  /** Of these decisions. */
  public WhyReads(LoadDecisionPort decisions) {
    this.decisions = decisions;
  }

  /** What would have made each signal of the strategy fall the other way. */
  public Answer one(MemberCall call) throws Problem {
    StrategyId strategy =
        StrategyId.of(call.argument("strategy"))
            .orElseThrow(() -> Problem.notFound("no strategy can have this id"));
    StoredDecision stored =
        decisions
            .find(call.tenant(), call.argument("id"))
            .orElseThrow(() -> Problem.notFound("there is no decision of the tenant"));
    try {
      return Answer.ok(
          StrategyWhy.VIEW.written(StrategyWhy.of(stored, strategy, EngineVersion.CURRENT)));
    } catch (UnusableArchiveException unusable) {
      throw problem(unusable);
    }
  }

  private static Problem problem(UnusableArchiveException unusable) {
    String why = String.valueOf(unusable.getMessage());
    return unusable.fault() == ArchiveFault.MISSING
        ? Problem.notFound(why)
        : Problem.refusal(409, "UNUSABLE_INPUT", "The decision cannot be decided again", why);
  }
}
