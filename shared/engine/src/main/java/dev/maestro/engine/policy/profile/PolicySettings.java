package dev.maestro.engine.policy.profile;

import dev.maestro.engine.policy.SymbolsDefault;

/**
 * How a policy is to be decided.
 *
 * @param profile with the values in effect
 * @param isGlobalPolicyEnabled false ({@code MSC_ENABLED=false}): there is no global policy,
 *     whatever an old document says
 * @param symbolsDefault what an unlisted symbol gets
 */
public record PolicySettings(
    Profile profile, boolean isGlobalPolicyEnabled, SymbolsDefault symbolsDefault) {

  /** A profile with the defaults: the global policy counts, unlisted symbols are allowed. */
  public static PolicySettings of(Profile profile) {
    return new PolicySettings(profile, true, SymbolsDefault.ALLOW);
  }
}
