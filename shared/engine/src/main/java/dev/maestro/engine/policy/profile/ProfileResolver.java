package dev.maestro.engine.policy.profile;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.policy.ProfileName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides which value every parameter has: explicit configuration before the tenant's, before the
 * environment, before the profile.
 *
 * <p>Configuration is a map of parameter names to values, in which {@code profile} names the
 * profile. In the environment {@code ORCH_PROFILE} names it, {@code CURRENT_PROFILE} if that is not
 * set, and six variables {@code ORCH_...} override parameters.
 */
public final class ProfileResolver {
  /** The variables that override a parameter. */
  public static final Map<String, Parameter> VARIABLES = variables();

  private static final String PROFILE_KEY = "profile";
  private static final Map<String, Parameter> KEYS =
      Arrays.stream(Parameter.values())
          .collect(Collectors.toUnmodifiableMap(Parameter::key, Function.identity()));

  private final List<String> errors = new ArrayList<>();
  private final Map<Parameter, Object> values = new EnumMap<>(Parameter.class);
  private final Map<Parameter, ValueSource> sources = new EnumMap<>(Parameter.class);
  private ProfileName name = ProfileName.SAFE;
  private ValueSource nameSource = ValueSource.PROFILE;

  private ProfileResolver() {}

  /**
   * Resolves a profile.
   *
   * @param environment all variables; those that are none of ours are left out
   * @param tenant configuration of the tenant
   * @param explicit configuration given with the call
   * @throws InvalidConfigurationException with all errors: unknown profile, unknown names, values
   *     of the wrong type or range, contradictions
   */
  public static ResolvedProfile resolve(
      Map<String, String> environment, Fields tenant, Fields explicit) {
    ProfileResolver resolver = new ProfileResolver();
    resolver.readEnvironment(environment);
    resolver.readConfiguration(tenant, ValueSource.TENANT);
    resolver.readConfiguration(explicit, ValueSource.EXPLICIT);
    return resolver.build();
  }

  private void readEnvironment(Map<String, String> environment) {
    String variable = environment.containsKey("ORCH_PROFILE") ? "ORCH_PROFILE" : "CURRENT_PROFILE";
    Optional.ofNullable(environment.get(variable))
        .ifPresent(given -> choose(variable, given, ValueSource.ENVIRONMENT));
    VARIABLES.forEach(
        (name, parameter) ->
            Optional.ofNullable(environment.get(name))
                .ifPresent(given -> set(name, parameter, given, ValueSource.ENVIRONMENT)));
  }

  /** A value of null is as good as absent. */
  private void readConfiguration(Fields configuration, ValueSource source) {
    for (String key : configuration.names()) {
      configuration.raw(key).ifPresent(given -> readEntry(key, given, source));
    }
  }

  private void readEntry(String key, Object given, ValueSource source) {
    Optional<Parameter> parameter = Optional.ofNullable(KEYS.get(key));
    if (key.equals(PROFILE_KEY)) {
      choose(key, given, source);
    } else if (parameter.isPresent()) {
      set(key, parameter.get(), given, source);
    } else {
      errors.add(key + " is not a parameter of a profile");
    }
  }

  private void choose(String key, Object given, ValueSource source) {
    Optional<ProfileName> named = Words.read(ProfileName.class, given);
    if (named.isEmpty()) {
      errors.add(key + " must be " + Words.list(ProfileName.class) + ", got '" + given + "'");
    }
    name = named.orElse(name);
    nameSource = source;
  }

  private void set(String key, Parameter parameter, Object given, ValueSource source) {
    Optional<Object> value = parameter.read(given);
    if (value.isEmpty()) {
      errors.add(key + " must be " + parameter.expectation() + ", got '" + given + "'");
    }
    value.ifPresent(readable -> values.put(parameter, readable));
    sources.put(parameter, source);
  }

  private ResolvedProfile build() {
    Optional<Profile> profile = Optional.empty();
    try {
      profile = Optional.of(Profile.of(name, values));
    } catch (InvalidConfigurationException contradictory) {
      errors.addAll(contradictory.errors());
    }
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return new ResolvedProfile(profile.orElseThrow(), nameSource, sources);
  }

  private static Map<String, Parameter> variables() {
    Map<String, Parameter> variables = new LinkedHashMap<>();
    for (Parameter parameter : ResolvedProfile.HEADLINES) {
      variables.put("ORCH_" + parameter.name(), parameter);
    }
    return Collections.unmodifiableMap(variables);
  }
}
