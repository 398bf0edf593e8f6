package dev.maestro.engine.policy.rule;

import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.input.GlobalGuard;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import java.util.Optional;

/**
 * What the rules look at: the inputs, the profile, and the figures of the account, of which the bad
 * ones count as 0 once rule 0 has named them.
 */
record PolicyContext(
    PolicyInputs inputs,
    Profile profile,
    Optional<GlobalGuard> global,
    Percent dailyPnl,
    Percent drawdown,
    int losingStreak,
    int openTrades,
    Percent exposure) {

  static PolicyContext of(PolicyInputs inputs, PolicySettings settings) {
    RiskState risk = inputs.riskState().valid();
    return new PolicyContext(
        inputs,
        settings.profile(),
        settings.isGlobalPolicyEnabled() ? inputs.globalGuard() : Optional.empty(),
        risk.dailyPnl().orElse(Percent.ZERO),
        risk.currentDrawdown().orElse(Percent.ZERO),
        risk.losingStreak().orElse(0),
        risk.openTrades().orElse(0),
        risk.totalExposure().orElse(Percent.ZERO));
  }

  double number(Parameter parameter) {
    return profile.number(parameter);
  }

  /** Rule 8 holds: as many losses in a row as the profile bears. */
  boolean isOnLosingStreak() {
    return losingStreak >= profile.count(Parameter.LOSING_STREAK_LIMIT);
  }
}
