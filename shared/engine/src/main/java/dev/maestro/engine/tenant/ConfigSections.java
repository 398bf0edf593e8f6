package dev.maestro.engine.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads section by section and collects every error under the section's name. */
final class ConfigSections {
  private final Map<String, Object> values;
  private final List<String> errors = new ArrayList<>();

  ConfigSections(Map<String, Object> values, List<String> known) {
    this.values = values;
    values.keySet().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> errors.add(key + " is not a section: use one of " + known));
  }

  <T> Optional<T> read(String section, Function<Fields, T> reader) {
    Object given = values.getOrDefault(section, Map.of());
    if (!(given instanceof Map<?, ?> map)) {
      errors.add(section + " must be an object, got '" + given + "'");
      return Optional.empty();
    }
    return attempt(section, () -> reader.apply(Fields.of("", map)));
  }

  private <T> Optional<T> attempt(String section, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> errors.add(section + "." + error));
      return Optional.empty();
    }
  }

  void check() {
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
  }
}
