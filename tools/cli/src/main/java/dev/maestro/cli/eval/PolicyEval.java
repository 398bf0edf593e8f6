package dev.maestro.cli.eval;

import dev.maestro.cli.policy.PolicyJson;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.PolicyInputsReader;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code eval policy}: the inputs of one evaluation, with {@code profile} and its overrides. */
final class PolicyEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    PolicyInputs inputs = PolicyInputsReader.read(input);
    TradingPolicy policy = PolicyEngine.evaluate(inputs, PolicyCase.settings(input), Instant.EPOCH);
    Map<String, Object> json = PolicyJson.of(policy);
    json.put("symbol_tags", tags(inputs));
    return json;
  }

  private static Map<String, Object> tags(PolicyInputs inputs) {
    Map<String, Object> tags = new LinkedHashMap<>();
    for (SymbolStatistics symbol : inputs.symbols()) {
      tags.put(symbol.symbol().value(), symbol.tag().name());
    }
    return tags;
  }
}
