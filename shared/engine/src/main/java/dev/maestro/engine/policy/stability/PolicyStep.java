package dev.maestro.engine.policy.stability;

import dev.maestro.engine.policy.TradingPolicy;
import java.util.Set;

/**
 * One evaluation: what it led to, and why.
 *
 * @param state to be stored
 * @param candidate what the rules alone ask for
 * @param held fields in which the candidate is looser and has to wait, in their order
 * @param loosened fields that were loosened now, in their order
 */
public record PolicyStep(
    StabilityState state,
    TradingPolicy candidate,
    Set<PolicyField> held,
    Set<PolicyField> loosened) {

  /** What may be traded now, and how. */
  public TradingPolicy inForce() {
    return state.inForce();
  }
}
