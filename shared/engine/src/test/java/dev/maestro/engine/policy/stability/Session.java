package dev.maestro.engine.policy.stability;

import dev.maestro.engine.policy.Case;
import java.time.Instant;

/** One tenant's evaluations in a row; a test changes the inputs and the clock between them. */
final class Session {
  final Case inputs;
  StabilityConfig config = StabilityConfig.DEFAULTS;
  Instant now = Case.NOW;
  StabilityState state;

  Session(Case inputs) {
    this.inputs = inputs;
    this.state = StabilityState.initial(inputs.symbolsDefault, now, inputs.profile.name());
  }

  /** Evaluates so many seconds later. */
  PolicyStep after(long seconds) {
    now = now.plusSeconds(seconds);
    PolicyStep step = Stability.evaluate(state, inputs.inputs(), inputs.settings(), now, config);
    state = step.state();
    return step;
  }

  /** Evaluates until what the inputs allow is in force; the last loosening was just now. */
  void open() {
    after(0);
    after(60);
  }
}
