package dev.maestro.engine.meta;

import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.Selection.Warning;
import java.time.Instant;
import java.util.List;

/**
 * What a tenant may do until it expires; readers ask for a time and never look at the stored mode
 * alone.
 *
 * @param riskMode in force when it was written
 * @param allowedStrategies ids, best first; empty means none
 * @param probation ids that may trade REDUCED at most
 * @param limits of the mode
 * @param health what it was decided on
 * @param reasons one sentence per vote, and why a looser mode is held back
 * @param createdAt when the tenant first had a policy
 * @param updatedAt when this one was decided
 */
public record GlobalPolicy(
    RiskMode riskMode,
    List<String> allowedStrategies,
    List<String> probation,
    ModeLimits limits,
    SystemHealth health,
    List<String> reasons,
    List<Warning> warnings,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt) {

  /** Keeps its own lists; no strategy is both allowed and on probation. */
  public GlobalPolicy {
    allowedStrategies = List.copyOf(allowedStrategies);
    probation = List.copyOf(probation);
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
    if (probation.stream().anyMatch(allowedStrategies::contains)) {
      throw new IllegalArgumentException(
          "a strategy on probation is not allowed besides, got " + probation);
    }
  }

  /** True from the moment of expiry on. */
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The mode to act by: an expired policy acts as DEFENSIVE. */
  public RiskMode modeAt(Instant now) {
    return isExpiredAt(now) ? RiskMode.DEFENSIVE : riskMode;
  }

  /** The limits to act by. */
  public ModeLimits limitsAt(Instant now) {
    return isExpiredAt(now) ? ModeLimits.of(RiskMode.DEFENSIVE) : limits;
  }
}
