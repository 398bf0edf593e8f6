package dev.maestro.cli.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import java.time.Instant;
import java.util.Optional;

/**
 * A profile, and the global policy over it: of a trade's risk the smaller holds, of confidence the
 * larger.
 *
 * @param global what the rules are told of the global policy; empty: there is no meta controller
 * @param under what it stands under, for people
 */
record ProfileInForce(ResolvedProfile resolved, Optional<Fields> global, String under) {
  /** Of no tenant in particular: a meta controller, if there is one, begins with NORMAL. */
  static ProfileInForce offline(ResolvedProfile resolved, boolean isEnabled) {
    return isEnabled
        ? new ProfileInForce(
            resolved,
            Optional.of(input(RiskMode.NORMAL, ModeLimits.of(RiskMode.NORMAL), false)),
            "under the meta controller's first mode, NORMAL")
        : without(resolved);
  }

  /**
   * Of a tenant.
   *
   * @param policy its global policy; empty: none has been decided yet
   */
  static ProfileInForce of(
      ResolvedProfile resolved, boolean isEnabled, Optional<GlobalPolicy> policy, Instant now) {
    if (!isEnabled || policy.isEmpty()) {
      return offline(resolved, isEnabled);
    }
    GlobalPolicy known = policy.get();
    boolean isExpired = known.isExpiredAt(now);
    return new ProfileInForce(
        resolved,
        Optional.of(input(known.modeAt(now), known.limitsAt(now), isExpired)),
        "under the global policy, "
            + known.modeAt(now)
            + (isExpired ? " because it has expired" : ""));
  }

  private static ProfileInForce without(ResolvedProfile resolved) {
    return new ProfileInForce(resolved, Optional.empty(), "without a meta controller");
  }

  private static Fields input(RiskMode mode, ModeLimits limits, boolean isExpired) {
    return Fields.EMPTY
        .with("risk_mode", mode.name())
        .with("max_risk_per_trade", limits.maxRiskPerTrade())
        .with("global_min_confidence", limits.minConfidence())
        .with("max_positions", limits.maxPositions())
        .with("expired", isExpired);
  }
}
