package dev.maestro.engine.paper;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The newest bar of a symbol that the broker has seen.
 *
 * @param close what the symbol is marked at, above 0
 */
public record LastBar(Instant start, BigDecimal close) {
  /** Refuses a price that marks nothing. */
  public LastBar {
    if (close.signum() <= 0) {
      throw new IllegalArgumentException("a close is above 0, got " + close);
    }
  }
}
