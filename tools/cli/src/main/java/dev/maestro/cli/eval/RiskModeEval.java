package dev.maestro.cli.eval;

import dev.maestro.engine.meta.risk.RiskAssessment;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code eval risk-mode}: {health, allow_shorts}; without memory. */
final class RiskModeEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    RiskAssessment assessment =
        RiskAssessment.of(MetaInput.health(input), MetaInput.config(input).allowShorts());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("risk_mode", assessment.mode().name());
    result.put("defensive_votes", assessment.defensiveVotes());
    result.put("aggressive_votes", assessment.aggressiveVotes());
    result.put("reasons", assessment.reasons());
    return result;
  }
}
