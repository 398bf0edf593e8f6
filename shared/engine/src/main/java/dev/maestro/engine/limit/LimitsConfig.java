package dev.maestro.engine.limit;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;

/**
 * How many calls of each kind each caller of a tenant may make a minute: 1 to 100,000. They bound
 * what a caller can cost; they are no throttle of trading.
 *
 * @param readsPerMinute what only looks
 * @param writesPerMinute what changes something
 * @param ordersPerMinute what executors do
 */
public record LimitsConfig(int readsPerMinute, int writesPerMinute, int ordersPerMinute) {
  /** All defaults: 120, 20 and 600. */
  public static final LimitsConfig DEFAULTS = of(Fields.EMPTY);

  /** All settings. */
  public static final View<LimitsConfig> VIEW =
      View.<LimitsConfig>empty()
          .with("reads_per_minute", LimitsConfig::readsPerMinute)
          .with("writes_per_minute", LimitsConfig::writesPerMinute)
          .with("orders_per_minute", LimitsConfig::ordersPerMinute);

  private static final int MOST = 100_000;

  /** Checks the ranges. */
  public LimitsConfig {
    new ConfigRules()
        .within("reads_per_minute", readsPerMinute, 1, MOST)
        .within("writes_per_minute", writesPerMinute, 1, MOST)
        .within("orders_per_minute", ordersPerMinute, 1, MOST)
        .check();
  }

  /**
   * Reads a configuration.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static LimitsConfig of(Fields values) {
    ConfigReader read = new ConfigReader(values);
    int reads = read.integer("reads_per_minute", 120);
    int writes = read.integer("writes_per_minute", 20);
    int orders = read.integer("orders_per_minute", 600);
    return read.build(() -> new LimitsConfig(reads, writes, orders));
  }

  /** The limit of a kind. */
  public int of(CallKind kind) {
    return switch (kind) {
      case READ -> readsPerMinute;
      case WRITE -> writesPerMinute;
      case ORDER -> ordersPerMinute;
    };
  }
}
