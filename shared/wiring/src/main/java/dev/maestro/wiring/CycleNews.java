package dev.maestro.wiring;

import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.SystemHealthForm;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.systemic.SystemicEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decided cycle has to say beside its summary: whether and why the trading policy changed,
 * the risk mode with its votes, scores and selection, and a systemic event.
 */
final class CycleNews {
  private static final View<CycleCommit> POLICY =
      event("policy_changed")
          .with("from", commit -> TradingPolicyForm.LIMITS.write(before(commit)))
          .with("loosened", commit -> commit.stage().step().loosened())
          .with("held", commit -> commit.stage().step().held())
          .all(TradingPolicyForm.TERMS, CycleNews::inForce);

  private static final View<RankedStrategy> SCORE =
      View.<RankedStrategy>empty()
          .with("strategy_id", RankedStrategy::id)
          .with("score", RankedStrategy::comparableScore)
          .with("trades", ranked -> ranked.strategy().figures().trades())
          .with("eligible", RankedStrategy::isEligible);

  private static final View<MetaEvaluation> VOTES =
      View.<MetaEvaluation>empty()
          .with("risk_mode", made -> made.state().policy().riskMode())
          .with("assessed", made -> made.assessment().mode())
          .with("defensive_votes", made -> made.assessment().defensiveVotes())
          .with("aggressive_votes", made -> made.assessment().aggressiveVotes())
          .with("reasons", made -> made.state().policy().reasons())
          .with("expires_at", made -> made.state().policy().expiresAt())
          .all(SystemHealthForm.SUMMARY, made -> made.state().policy().health());

  private static final View<MetaEvaluation> SELECTION =
      View.<MetaEvaluation>empty()
          .with("allowed", made -> made.selection().allowed())
          .with("probation", made -> made.selection().probation())
          .with("warnings", made -> made.selection().warnings())
          .with("scores", made -> made.selection().ranking().stream().map(SCORE::write).toList());

  private static final View<CycleCommit> RISK_MODE =
      event("risk_mode").with("from_mode", CycleNews::modeBefore).all(VOTES, CycleNews::evaluation);

  private static final View<CycleCommit> SELECTED =
      event("selection").all(SELECTION, CycleNews::evaluation);

  private static final View<CycleCommit> SYSTEMIC =
      event("systemic_risk")
          .with("sells", commit -> systemic(commit).sells())
          .with("threshold", commit -> systemic(commit).threshold())
          .with("overridden", commit -> systemic(commit).overridden())
          .with("signals_modified", commit -> record(commit, "signals_modified"));

  private CycleNews() {}

  /**
   * One line of the log.
   *
   * @param isWarning true if somebody should look
   */
  record Line(boolean isWarning, String message, Map<String, ?> fields) {}

  /** The lines of a cycle, in the order of its steps; none where nothing is new. */
  static List<Line> of(CycleCommit commit) {
    List<Line> lines = new ArrayList<>();
    PolicyStage.Outcome stage = commit.stage();
    if (stage.evaluation().isPresent()) {
      GlobalPolicy policy = evaluation(commit).state().policy();
      lines.add(
          new Line(
              false,
              "risk mode " + policy.riskMode() + ": " + String.join("; ", policy.reasons()),
              RISK_MODE.write(commit)));
      lines.add(
          new Line(
              false,
              "selected " + policy.allowedStrategies() + ", on probation " + policy.probation(),
              SELECTED.write(commit)));
    }
    if (!inForce(commit).saysTheSameAs(before(commit))) {
      lines.add(
          new Line(
              false,
              "policy " + inForce(commit).riskProfile() + ": " + inForce(commit).note(),
              POLICY.write(commit)));
    }
    commit
        .outcome()
        .systemic()
        .ifPresent(event -> lines.add(new Line(true, event.details(), SYSTEMIC.write(commit))));
    return lines;
  }

  private static View<CycleCommit> event(String name) {
    return View.<CycleCommit>empty().with("event", commit -> name);
  }

  private static TradingPolicy before(CycleCommit commit) {
    return commit.situation().memory().stability().inForce();
  }

  private static TradingPolicy inForce(CycleCommit commit) {
    return commit.stage().step().inForce();
  }

  private static Optional<?> modeBefore(CycleCommit commit) {
    return commit
        .situation()
        .memory()
        .meta()
        .map(MetaState::policy)
        .map(policy -> policy.modeAt(commit.now()));
  }

  private static MetaEvaluation evaluation(CycleCommit commit) {
    return commit.stage().evaluation().orElseThrow();
  }

  private static SystemicEvent systemic(CycleCommit commit) {
    return commit.outcome().systemic().orElseThrow();
  }

  private static Optional<?> record(CycleCommit commit, String field) {
    return Optional.ofNullable(commit.outcome().record().fields().get(field));
  }
}
