package dev.maestro.google.settings;

import dev.maestro.engine.config.InvalidConfigurationException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A clock that left the system's at a certain time and has run faster since: {@code start + factor
 * x (system - start)}. A slot is decided once, so whoever wants to see a slot every ten seconds
 * must let five minutes pass in ten seconds.
 *
 * <p>Set by {@code MAESTRO_LOCAL_CLOCK=<start>/<factor>}, for example {@code
 * 2026-01-05T12:00:00Z/30}; taken on an emulator with a demo project only.
 */
public final class LocalClock extends Clock {
  /** The variable's name. */
  public static final String VARIABLE = "MAESTRO_LOCAL_CLOCK";

  private static final double FASTEST = 300;

  private final Clock system;
  private final Instant start;
  private final double factor;
  private final ZoneId zone;

  private LocalClock(Clock system, Instant start, double factor, ZoneId zone) {
    this.system = system;
    this.start = start;
    this.factor = factor;
    this.zone = zone;
  }

  /**
   * The clock of this process: the system's in UTC, unless the variable is set.
   *
   * @throws InvalidConfigurationException if the variable is malformed, or set outside an emulator
   */
  public static Clock of(CloudSettings settings) {
    return of(settings, Clock.systemUTC());
  }

  static Clock of(CloudSettings settings, Clock system) {
    String text = settings.environment().getOrDefault(VARIABLE, "").strip();
    if (text.isEmpty()) {
      return system;
    }
    if (!settings.acceptsUnsignedTokens()) {
      throw invalid("is for a demo- project on an emulator only: unset it");
    }
    String[] parts = text.split("/", -1);
    try {
      double factor = parts.length == 2 ? Double.parseDouble(parts[1]) : Double.NaN;
      if (factor >= 1 && factor <= FASTEST) {
        return new LocalClock(system, Instant.parse(parts[0]), factor, ZoneOffset.UTC);
      }
    } catch (NumberFormatException | DateTimeException malformed) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static InvalidConfigurationException malformed(String text) {
    return invalid("must be <UTC time>/<factor of 1 to 300>, got '" + text + "'");
  }

  private static InvalidConfigurationException invalid(String rest) {
    return new InvalidConfigurationException(List.of(VARIABLE + " " + rest));
  }

  /** Never before the start, even if the system's clock is set back. */
  @Override
  public Instant instant() {
    Duration passed = Duration.between(start, system.instant());
    long nanos = passed.isNegative() ? 0 : Math.round((double) passed.toNanos() * factor);
    return start.plusNanos(nanos);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new LocalClock(system, start, factor, other);
  }
}
