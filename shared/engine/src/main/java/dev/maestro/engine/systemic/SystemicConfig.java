package dev.maestro.engine.systemic;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;

/**
 * The settings of the override.
 *
 * @param sellThreshold strategies that sell at once, at least 1
 * @param countShadowSignals true if shadowed strategies count
 */
public record SystemicConfig(int sellThreshold, boolean countShadowSignals) {
  /** All defaults. */
  public static final SystemicConfig DEFAULTS = of(Fields.EMPTY);

  /** Checks the range. */
  public SystemicConfig {
    new ConfigRules()
        .require(
            sellThreshold >= 1, "systemic_sell_threshold must be at least 1, got " + sellThreshold)
        .check();
  }

  /**
   * Reads a configuration.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static SystemicConfig of(Fields values) {
    ConfigReader read = new ConfigReader(values);
    int sellThreshold = read.integer("systemic_sell_threshold", 3);
    boolean countShadowSignals = read.flag("count_shadow_signals", true);
    return read.build(() -> new SystemicConfig(sellThreshold, countShadowSignals));
  }
}
