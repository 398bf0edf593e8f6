package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.PolicyInputsForm;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code eval policy}: the inputs of one evaluation, with {@code profile} and its overrides. */
final class PolicyEval implements EvalKind {
  private static final View<Result> RESULT =
      View.<Result>empty()
          .all(TradingPolicyForm.TERMS, Result::policy)
          .with("symbol_tags", Result::tags);

  private record Result(TradingPolicy policy, PolicyInputs inputs) {
    Map<String, String> tags() {
      Map<String, String> tags = new LinkedHashMap<>();
      for (SymbolStatistics symbol : inputs.symbols()) {
        tags.put(symbol.symbol().toString(), symbol.tag().name());
      }
      return tags;
    }
  }

  @Override
  public Written evaluate(Fields input) {
    PolicyInputs inputs = PolicyInputsForm.read(input);
    TradingPolicy policy = PolicyEngine.evaluate(inputs, PolicyCase.settings(input), Instant.EPOCH);
    return RESULT.written(new Result(policy, inputs));
  }
}
