package dev.maestro.engine.policy.stability;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How slowly a policy is loosened.
 *
 * @param updateInterval between two loosenings, 0 to 3600 s
 * @param loosenConfirmations looser candidates in a row that lift a block, 1 to 100
 * @param steadyConfirmations looser candidates in a row that make any difference count, 1 to 100
 * @param zone in which the day of the loss limit changes
 */
public record StabilityConfig(
    Duration updateInterval, int loosenConfirmations, int steadyConfirmations, ZoneId zone) {

  /** 60 s, 2 and 3 confirmations, UTC. */
  public static final StabilityConfig DEFAULTS =
      new StabilityConfig(Duration.ofSeconds(60), 2, 3, ZoneOffset.UTC);

  /** Checks every range. */
  public StabilityConfig {
    new ConfigRules()
        .require(
            !updateInterval.isNegative() && updateInterval.compareTo(Duration.ofHours(1)) <= 0,
            "policy_update_interval must be from 0 to 3600 seconds, got "
                + updateInterval.toSeconds())
        .within("loosen_confirmations", loosenConfirmations, 1, 100)
        .within("steady_confirmations", steadyConfirmations, 1, 100)
        .check();
  }

  /**
   * Reads a configuration.
   *
   * @param values {@code policy_update_interval} (seconds), {@code loosen_confirmations}, {@code
   *     steady_confirmations}
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static StabilityConfig of(Fields values, ZoneId zone) {
    ConfigReader read = new ConfigReader(values);
    int seconds = read.integer("policy_update_interval", 60);
    int loosenConfirmations = read.integer("loosen_confirmations", 2);
    int steadyConfirmations = read.integer("steady_confirmations", 3);
    return read.build(
        () ->
            new StabilityConfig(
                Duration.ofSeconds(seconds), loosenConfirmations, steadyConfirmations, zone));
  }

  /** The day on which a time falls. */
  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }
}
