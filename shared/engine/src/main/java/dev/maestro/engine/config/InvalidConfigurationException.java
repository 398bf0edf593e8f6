package dev.maestro.engine.config;

import java.util.List;

/** Configuration that cannot be used; carries every error found, not only the first. */
public final class InvalidConfigurationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String[] errors;

  /** Each error names the key, the rule and the value. */
  public InvalidConfigurationException(List<String> errors) {
    super("Configuration refused: " + String.join("; ", errors));
    this.errors = errors.toArray(new String[0]);
  }

  /** All errors, in the order of the keys. */
  public List<String> errors() {
    return List.of(errors);
  }
}
