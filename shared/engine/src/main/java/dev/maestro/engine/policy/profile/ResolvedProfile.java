package dev.maestro.engine.policy.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A profile and where its values come from.
 *
 * @param profile in effect
 * @param nameSource who chose it; PROFILE: nobody, it is the default
 * @param overridden the source of every parameter that is not the profile's own
 */
public record ResolvedProfile(
    Profile profile, ValueSource nameSource, Map<Parameter, ValueSource> overridden) {
  static final List<Parameter> HEADLINES =
      List.of(
          Parameter.BASE_CONFIDENCE,
          Parameter.BASE_RISK_PCT,
          Parameter.DAILY_DD_LIMIT,
          Parameter.LOSING_STREAK_LIMIT,
          Parameter.MAX_OPEN_POSITIONS,
          Parameter.TOTAL_EXPOSURE_LIMIT);

  /** Takes a sorted copy. */
  public ResolvedProfile {
    Map<Parameter, ValueSource> sorted = new EnumMap<>(Parameter.class);
    sorted.putAll(overridden);
    overridden = Collections.unmodifiableMap(sorted);
  }

  /** Where a value comes from. */
  public ValueSource source(Parameter parameter) {
    return overridden.getOrDefault(parameter, ValueSource.PROFILE);
  }

  /** What a start logs: the profile, its main figures and all that is overridden. */
  public String startupLine() {
    return Stream.concat(HEADLINES.stream(), overridden.keySet().stream())
        .distinct()
        .map(this::describe)
        .collect(Collectors.joining(", ", "SafeLoad " + profile.name() + " profile: ", ""));
  }

  private String describe(Parameter parameter) {
    String origin = overridden.containsKey(parameter) ? " (" + source(parameter).word() + ")" : "";
    return parameter.key() + " " + profile.value(parameter) + origin;
  }
}
