package dev.maestro.cli.eval;

import dev.maestro.engine.form.Words;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.profile.ProfileResolver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings that a case of {@code policy} or {@code stability} carries. */
public final class PolicyCase {
  private PolicyCase() {}

  /**
   * Reads {@code profile} (default SAFE), {@code overrides}, {@code symbols_default} (default
   * ALLOW) and {@code msc_enabled} (default true). The environment has no say.
   */
  public static PolicySettings settings(Map<String, Object> input) {
    Map<String, Object> explicit = new LinkedHashMap<>(Input.object(input, "overrides"));
    if (explicit.containsKey("profile")) {
      throw new IllegalArgumentException("overrides must not hold profile: give it beside them");
    }
    Optional.ofNullable(input.get("profile")).ifPresent(name -> explicit.put("profile", name));
    Profile profile = ProfileResolver.resolve(Map.of(), Map.of(), explicit).profile();
    return new PolicySettings(profile, isGlobalPolicyEnabled(input), symbolsDefault(input));
  }

  private static boolean isGlobalPolicyEnabled(Map<String, Object> input) {
    if (input.getOrDefault("msc_enabled", true) instanceof Boolean enabled) {
      return enabled;
    }
    throw new IllegalArgumentException(
        "msc_enabled must be true or false, got " + input.get("msc_enabled"));
  }

  private static SymbolsDefault symbolsDefault(Map<String, Object> input) {
    Object given = input.getOrDefault("symbols_default", SymbolsDefault.ALLOW.name());
    return Words.read(SymbolsDefault.class, given)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "symbols_default must be "
                        + Words.list(SymbolsDefault.class)
                        + ", got "
                        + given));
  }
}
