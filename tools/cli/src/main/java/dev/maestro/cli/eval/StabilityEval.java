package dev.maestro.cli.eval;

import dev.maestro.cli.policy.PolicyJson;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.input.PolicyInputsReader;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.stability.PolicyField;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.Stability;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code eval stability}: {profile, overrides, config, zone, steps}; each step holds policy inputs
 * and a time {@code at}. The first state is that of a tenant without any.
 */
final class StabilityEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    PolicySettings settings = PolicyCase.settings(input);
    StabilityConfig config = StabilityConfig.of(Input.object(input, "config"), zone(input));
    StabilityState state =
        StabilityState.initial(settings.symbolsDefault(), Instant.EPOCH, settings.profile().name());
    List<Object> results = new ArrayList<>();
    for (Map<String, Object> step : Input.objects(input, "steps")) {
      Instant at = Input.time(step, "at");
      PolicyStep next =
          Stability.evaluate(state, PolicyInputsReader.read(step), settings, at, config);
      results.add(json(next));
      state = next.state();
    }
    return Map.of("steps", results);
  }

  private static Map<String, Object> json(PolicyStep step) {
    Map<String, Object> json = PolicyJson.of(step.inForce());
    json.put(
        "disallowed_symbols",
        step.inForce().disallowedSymbols().stream().map(Symbol::value).sorted().toList());
    json.put("held", words(step.held()));
    json.put("loosened", words(step.loosened()));
    json.put("changed_at", step.state().changedAt().map(Instant::toString).orElse(null));
    json.put("expires_at", step.state().expiresAt().map(Instant::toString).orElse(null));
    json.put("latch_day", step.state().latchDay().map(Object::toString).orElse(null));
    return json;
  }

  private static List<String> words(Set<PolicyField> fields) {
    return fields.stream().map(PolicyField::word).toList();
  }

  private static ZoneId zone(Map<String, Object> input) {
    Object given = input.getOrDefault("zone", "UTC");
    try {
      return ZoneId.of(String.valueOf(given));
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "zone must be a time zone like UTC or America/New_York, got " + given, unknown);
    }
  }
}
