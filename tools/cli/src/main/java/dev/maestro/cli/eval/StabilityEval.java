package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.policy.input.PolicyInputsForm;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.stability.PolicyField;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.Stability;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code eval stability}: {profile, overrides, config, zone, steps}; each step holds policy inputs
 * and a time {@code at}. The first state is that of a tenant without any.
 */
final class StabilityEval implements EvalKind {
  private static final View<PolicyStep> RESULT =
      View.<PolicyStep>empty()
          .all(TradingPolicyForm.TERMS, PolicyStep::inForce)
          .with(
              "disallowed_symbols",
              step -> step.inForce().disallowedSymbols().stream().sorted().toList())
          .with("held", step -> words(step.held()))
          .with("loosened", step -> words(step.loosened()))
          .with("changed_at", step -> step.state().changedAt())
          .with("expires_at", step -> step.state().expiresAt())
          .with("latch_day", step -> step.state().latchDay());

  @Override
  public Written evaluate(Fields input) {
    PolicySettings settings = PolicyCase.settings(input);
    StabilityConfig config =
        StabilityConfig.of(input.fields("config"), input.get("zone", Kinds.ZONE, ZoneId.of("UTC")));
    StabilityState state =
        StabilityState.initial(settings.symbolsDefault(), Instant.EPOCH, settings.profile().name());
    List<Written> results = new ArrayList<>();
    for (Fields step : input.list("steps")) {
      PolicyStep next =
          Stability.evaluate(
              state, PolicyInputsForm.read(step), settings, step.get("at", Kinds.TIME), config);
      results.add(RESULT.written(next));
      state = next.state();
    }
    return Written.of("steps", results);
  }

  private static List<String> words(Set<PolicyField> fields) {
    return fields.stream().map(PolicyField::word).toList();
  }
}
