package dev.maestro.cli.eval.meta;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.risk.RiskAssessment;

/** {@code eval risk-mode}: {health, allow_shorts}; without memory. */
public final class RiskModeEval {
  private static final View<RiskAssessment> RESULT =
      View.<RiskAssessment>empty()
          .with("risk_mode", RiskAssessment::mode)
          .with("defensive_votes", RiskAssessment::defensiveVotes)
          .with("aggressive_votes", RiskAssessment::aggressiveVotes)
          .with("reasons", RiskAssessment::reasons);

  public static Written evaluate(Fields input) {
    return RESULT.written(
        RiskAssessment.of(MetaInput.health(input), MetaInput.config(input).allowShorts()));
  }
}
