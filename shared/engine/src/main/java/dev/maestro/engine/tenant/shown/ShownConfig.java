package dev.maestro.engine.tenant.shown;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import dev.maestro.engine.policy.profile.ValueSource;
import dev.maestro.engine.tenant.TenantConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A configuration with every value that is in force, and where each comes from.
 *
 * @param values by section and key, in the order of the sections
 */
public record ShownConfig(List<ConfigValue> values) {
  /** Keeps its own list. */
  public ShownConfig {
    values = List.copyOf(values);
  }

  /**
   * Shows a configuration.
   *
   * @param environment the variables it was read with
   */
  public static ShownConfig of(TenantConfig config, Map<String, String> environment) {
    List<ConfigValue> values = new ArrayList<>();
    for (String section : TenantConfig.SECTIONS) {
      Fields stored = config.values().fields(section);
      SectionViews.of(section, config)
          .forEach(
              (key, value) ->
                  values.add(
                      new ConfigValue(
                          section,
                          key,
                          Optional.ofNullable(value),
                          source(section, key, stored, config, environment))));
    }
    return new ShownConfig(values);
  }

  private static ConfigSource source(
      String section,
      String key,
      Fields stored,
      TenantConfig config,
      Map<String, String> environment) {
    if (stored.has(key)) {
      return ConfigSource.TENANT;
    }
    return switch (section) {
      case "profile" -> source(key, config.profile());
      case "meta" ->
          Optional.ofNullable(TenantConfig.META_VARIABLES.get(key))
                  .filter(environment::containsKey)
                  .isPresent()
              ? ConfigSource.ENVIRONMENT
              : ConfigSource.DEFAULT;
      case "throttle" -> key.equals("base_capital") ? ConfigSource.TENANT : ConfigSource.DEFAULT;
      default -> ConfigSource.DEFAULT;
    };
  }

  private static ConfigSource source(String key, ResolvedProfile profile) {
    Optional<Parameter> parameter =
        Arrays.stream(Parameter.values()).filter(known -> known.key().equals(key)).findFirst();
    ValueSource source = parameter.map(profile::source).orElse(profile.nameSource());
    return switch (source) {
      case ENVIRONMENT -> ConfigSource.ENVIRONMENT;
      case TENANT, EXPLICIT -> ConfigSource.TENANT;
      case PROFILE -> parameter.isPresent() ? ConfigSource.PROFILE : ConfigSource.DEFAULT;
    };
  }

  /** One section alone. */
  public ShownConfig section(String section) {
    return new ShownConfig(
        values.stream().filter(value -> value.section().equals(section)).toList());
  }

  /** For programs: {section: {key: {value, source}}}. */
  public Map<String, Written> bySection() {
    Map<String, Written> sections = new LinkedHashMap<>();
    for (ConfigValue value : values) {
      Written before = sections.getOrDefault(value.section(), Written.NOTHING);
      sections.put(
          value.section(),
          before.with(
              value.key(),
              Written.of("value", value.value()).with("source", value.source().word())));
    }
    return sections;
  }

  /** One line for each setting that has another value or source in what follows this one. */
  public List<String> changesTo(ShownConfig next) {
    Map<String, ConfigValue> after = new LinkedHashMap<>();
    next.values.forEach(value -> after.put(value.name(), value));
    List<String> changes = new ArrayList<>();
    for (ConfigValue before : values) {
      ConfigValue now = Objects.requireNonNull(after.get(before.name()), before.name());
      if (!now.words().equals(before.words())) {
        changes.add(before.name() + ": " + before.words() + " -> " + now.words());
      }
    }
    return changes;
  }
}
