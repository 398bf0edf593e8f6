package dev.maestro.engine.systemic;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What risk checks may look at.
 *
 * @param vix the newest reading of the volatility index; empty if it is missing or unreadable
 * @param now the time of the cycle
 */
public record RiskInputs(Optional<Vix> vix, Instant now) {
  private static final Duration MAX_AGE = Duration.ofDays(1);
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  /** A reading of the volatility index, in points. */
  public record Vix(BigDecimal value, Instant asOf) {
    /** True if it says something now: above 0, at most a day old and a minute ahead. */
    public boolean isKnownAt(Instant now) {
      return value.signum() > 0
          && !asOf.plus(MAX_AGE).isBefore(now)
          && !asOf.isAfter(now.plus(CLOCK_TOLERANCE));
    }
  }

  /** The volatility index now, in points; empty if it is not known. */
  public Optional<BigDecimal> knownVix() {
    return vix.filter(reading -> reading.isKnownAt(now)).map(Vix::value);
  }
}
