package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.profile.ProfileResolver;
import java.util.Map;

/** The settings that a case of {@code policy} or {@code stability} carries. */
public final class PolicyCase {
  private PolicyCase() {}

  /**
   * Reads {@code profile} (default SAFE), {@code overrides}, {@code symbols_default} (default
   * ALLOW) and {@code msc_enabled} (default true). The environment has no say.
   */
  public static PolicySettings settings(Fields input) {
    Fields overrides = input.fields("overrides");
    if (overrides.has("profile")) {
      throw overrides.wrong("profile", "given beside overrides", "one among them");
    }
    Fields explicit =
        input.raw("profile").map(name -> overrides.orElse("profile", name)).orElse(overrides);
    Profile profile = ProfileResolver.resolve(Map.of(), Fields.EMPTY, explicit).profile();
    return new PolicySettings(
        profile,
        input.get("msc_enabled", Kinds.FLAG, true),
        input.get("symbols_default", Kinds.word(SymbolsDefault.class), SymbolsDefault.ALLOW));
  }
}
