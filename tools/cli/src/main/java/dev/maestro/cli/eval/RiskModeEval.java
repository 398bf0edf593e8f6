package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.risk.RiskAssessment;
import java.util.Map;

/** {@code eval risk-mode}: {health, allow_shorts}; without memory. */
final class RiskModeEval implements EvalKind {
  private static final View<RiskAssessment> RESULT =
      View.<RiskAssessment>empty()
          .with("risk_mode", RiskAssessment::mode)
          .with("defensive_votes", RiskAssessment::defensiveVotes)
          .with("aggressive_votes", RiskAssessment::aggressiveVotes)
          .with("reasons", RiskAssessment::reasons);

  @Override
  public Map<String, Object> evaluate(Fields input) {
    return RESULT.write(
        RiskAssessment.of(MetaInput.health(input), MetaInput.config(input).allowShorts()));
  }
}
