package dev.maestro.engine.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.policy.profile.ProfileResolver;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The variables of the environment that stand in for what a tenant left out. */
public final class Variables {
  private static final String PROFILE = "ORCH_PROFILE";

  /** By the key of the controller's settings that they stand in for. */
  private static final Map<String, String> META =
      new TreeMap<>(
          Map.of(
              "enabled",
              "MSC_ENABLED",
              "evaluation_interval_minutes",
              "MSC_EVALUATION_INTERVAL_MINUTES"));

  private Variables() {}

  /** The names of all of them; {@code CURRENT_PROFILE} is the older name of the first. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(PROFILE));
    names.addAll(ProfileResolver.VARIABLES.keySet());
    names.addAll(META.values());
    return names;
  }

  /**
   * Checks what they say, as every tenant without settings of its own would read it.
   *
   * @return the profile of such a tenant
   * @throws InvalidConfigurationException with one sentence for each that is wrong
   */
  public static ResolvedProfile check(Map<String, String> environment) {
    List<String> errors = new ArrayList<>();
    try {
      TenantConfig.metaOf(environment);
    } catch (InvalidConfigurationException wrong) {
      wrong.errors().forEach(error -> errors.add(named(error)));
    }
    Optional<ResolvedProfile> profile = Optional.empty();
    try {
      profile = Optional.of(ProfileResolver.resolve(environment, Fields.EMPTY, Fields.EMPTY));
    } catch (InvalidConfigurationException wrong) {
      errors.addAll(wrong.errors());
    }
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return profile.orElseThrow();
  }

  /** The sentence begins with a key of the settings; people know the variable. */
  private static String named(String error) {
    String key = error.split(" ", 2)[0];
    return META.containsKey(key) ? META.get(key) + error.substring(key.length()) : error;
  }
}
