package dev.maestro.cli.eval;

import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskAssessment;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.meta.selection.Selection;
import dev.maestro.engine.name.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code eval select}: {health, strategies, config}; the mode without memory. */
final class SelectEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    SystemHealth health = MetaInput.health(input);
    MetaConfig config = MetaInput.config(input);
    RiskMode mode = RiskAssessment.of(health, config.allowShorts()).mode();
    List<RankedStrategy> ranking =
        RankedStrategy.rank(
            Input.objects(input, "strategies").stream().map(MetaInput::strategy).toList(),
            health.regime());
    Selection selection =
        Selection.of(ranking, ModeLimits.of(mode).maxStrategies(), config.selectionRules());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("risk_mode", mode.name());
    result.put("ranking", selection.ranking().stream().map(ranked -> ranked.id().value()).toList());
    result.put("allowed_strategies", texts(selection.allowed()));
    result.put("probation", texts(selection.probation()));
    result.put("warnings", selection.warnings().stream().map(Enum::name).toList());
    return result;
  }

  private static List<String> texts(List<StrategyId> ids) {
    return ids.stream().map(StrategyId::value).toList();
  }
}
