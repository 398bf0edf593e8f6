package dev.maestro.engine.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects the rules that a configuration breaks, so that all are reported at once. */
public final class ConfigRules {
  private final List<String> broken = new ArrayList<>();

  /** The value must lie within [min, max]. */
  public ConfigRules within(String key, BigDecimal value, String min, String max) {
    boolean inside =
        value.compareTo(new BigDecimal(min)) >= 0 && value.compareTo(new BigDecimal(max)) <= 0;
    return require(inside, key + " must be from " + min + " to " + max + ", got " + value);
  }

  /** The value must lie within [min, max]. */
  public ConfigRules within(String key, int value, int min, int max) {
    return require(
        min <= value && value <= max,
        key + " must be from " + min + " to " + max + ", got " + value);
  }

  /** The condition must hold; the message names key, rule and value. */
  public ConfigRules require(boolean condition, String message) {
    if (!condition) {
      broken.add(message);
    }
    return this;
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidConfigurationException with every broken rule
   */
  public void check() {
    if (!broken.isEmpty()) {
      throw new InvalidConfigurationException(broken);
    }
  }
}
