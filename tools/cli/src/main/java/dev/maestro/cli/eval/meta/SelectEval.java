package dev.maestro.cli.eval.meta;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskAssessment;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.meta.selection.Selection;
import java.util.List;

/** {@code eval select}: {health, strategies, config}; the mode without memory. */
public final class SelectEval {
  private static final View<Result> RESULT =
      View.<Result>empty()
          .with("risk_mode", Result::mode)
          .with("ranking", result -> ids(result.selection().ranking()))
          .with("allowed_strategies", result -> result.selection().allowed())
          .with("probation", result -> result.selection().probation())
          .with("warnings", result -> result.selection().warnings());

  private record Result(RiskMode mode, Selection selection) {}

  public static Written evaluate(Fields input) {
    SystemHealth health = MetaInput.health(input);
    MetaConfig config = MetaInput.config(input);
    RiskMode mode = RiskAssessment.of(health, config.allowShorts()).mode();
    List<RankedStrategy> ranking =
        RankedStrategy.rank(
            input.list("strategies").stream().map(MetaInput::strategy).toList(), health.regime());
    return RESULT.written(
        new Result(
            mode,
            Selection.of(ranking, ModeLimits.of(mode).maxStrategies(), config.selectionRules())));
  }

  private static List<?> ids(List<RankedStrategy> ranking) {
    return ranking.stream().map(RankedStrategy::id).toList();
  }
}
