package dev.maestro.cli.lab;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.mode.ThrottleMode;

/** The engine's evidence with its defaults; a new strategy keeps the mode of a new strategy. */
final class EvidencePilot implements Pilot {
  private static final StrategyEvidence EVIDENCE = new StrategyEvidence(EvidenceConfig.DEFAULTS);

  private EvidenceState state = EVIDENCE.start("");

  @Override
  public double multiplier() {
    boolean isNew = state.days() < ThrottleConfig.DEFAULTS.minDataPoints();
    ThrottleMode mode = isNew ? ThrottleConfig.DEFAULTS.newStrategyMode() : state.mode();
    return mode.multiplier().doubleValue();
  }

  @Override
  public void learn(double dayReturn, double volatility) {
    state = EVIDENCE.next(state, dayReturn);
  }
}
