package dev.maestro.engine.evidence;

import dev.maestro.engine.evidence.claim.ClaimState;
import dev.maestro.engine.evidence.filter.FilterState;
import dev.maestro.engine.throttle.mode.ThrottleMode;

/**
 * Where the evidence of one strategy stands: a value that can be stored, and continued with the
 * next day without the days before.
 *
 * @param version of the strategy's model, prompt or code; empty if it names none
 * @param filter of the expected Sharpe ratio
 * @param claim tests since the version began
 * @param mode that the expected Sharpe ratio calls for
 * @param modeChanges how often that mode changed, at least 0
 */
public record EvidenceState(
    String version, FilterState filter, ClaimState claim, ThrottleMode mode, int modeChanges) {

  /** Refuses a count that is none. */
  public EvidenceState {
    if (modeChanges < 0) {
      throw new IllegalArgumentException("mode_changes must be at least 0, got " + modeChanges);
    }
  }

  /** Days with exposure so far. */
  public int days() {
    return filter.rows();
  }
}
