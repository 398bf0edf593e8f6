package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.DayResultForm;
import dev.maestro.engine.throttle.Throttle;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleDecision;
import java.util.List;

/** {@code eval throttle}: {days, config}; the rows may come in any order. */
final class ThrottleEval implements EvalKind {
  private static final View<ThrottleDecision> RESULT =
      View.<ThrottleDecision>empty()
          .with("mode", ThrottleDecision::mode)
          .with("multiplier", ThrottleDecision::multiplier)
          .with("sharpe", ThrottleDecision::sharpe)
          .with("standard_error", ThrottleDecision::standardError)
          .with("drawdown", ThrottleDecision::drawdown)
          .with("days", ThrottleDecision::days)
          .with("reasoning", ThrottleDecision::reasoning);

  @Override
  public Written evaluate(Fields input) {
    ThrottleConfig config = ThrottleConfig.of(input.fields("config"));
    List<DayResult> days = input.get("days", Kinds.list(DayResultForm.FORM), List.of());
    return RESULT.written(Throttle.decide(days, config));
  }
}
