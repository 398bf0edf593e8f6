package dev.maestro.engine.systemic;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What risk checks may look at.
 *
 * @param vix the volatility index; empty if it is missing or unreadable
 * @param now the time of the cycle
 */
public record RiskInputs(Optional<Vix> vix, Instant now) {
  /** A reading of the volatility index, in points. */
  public record Vix(BigDecimal value, Instant asOf) {}
}
