package dev.maestro.embedded.conduct;

import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.meta.MetaEvaluation;
import java.util.List;
import java.util.Optional;

/** What is stored after a commit. */
final class NextSituation {
  private NextSituation() {}

  /** The trades that a cycle has taken in are not new any more. */
  static Situation after(CycleCommit commit) {
    Situation before = commit.situation();
    return new Situation(
        before.tenant(),
        before.config(),
        before.strategies(),
        before.sentSignals(),
        before.performance(),
        commit.stats().or(before::stats),
        List.of(),
        commit.account().or(before::account),
        commit.stage().step().state(),
        commit.stage().evaluation().map(MetaEvaluation::state).or(before::meta),
        before.control(),
        before.vix(),
        before.markets(),
        before.ensemble(),
        before.weights(),
        commit.outcome().record().head(),
        Optional.of(commit.slot()),
        before.faults(),
        before.inputHash(),
        before.versions());
  }

  static Situation withVersions(Situation situation, long version) {
    return new Situation(
        situation.tenant(),
        situation.config(),
        situation.strategies(),
        situation.sentSignals(),
        situation.performance(),
        situation.stats(),
        situation.newTrades(),
        situation.account(),
        situation.stability(),
        situation.meta(),
        situation.control(),
        situation.vix(),
        situation.markets(),
        situation.ensemble(),
        situation.weights(),
        situation.chain(),
        situation.lastDone(),
        situation.faults(),
        "version " + version,
        version);
  }
}
