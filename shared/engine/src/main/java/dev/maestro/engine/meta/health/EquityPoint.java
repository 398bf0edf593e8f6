package dev.maestro.engine.meta.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * The equity of a tenant at a time.
 *
 * @param equity in account currency; may be negative
 */
public record EquityPoint(Instant at, BigDecimal equity) {
  /** Of two points at one time the lower one is taken to be the later. */
  static final Comparator<EquityPoint> OLDEST_FIRST =
      Comparator.comparing(EquityPoint::at)
          .thenComparing(EquityPoint::equity, Comparator.reverseOrder());
}
