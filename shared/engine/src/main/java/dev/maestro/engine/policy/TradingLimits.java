package dev.maestro.engine.policy;

import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;

/**
 * How far trading may go while it is allowed; whether it is allowed is not said here.
 *
 * @param maxRisk of one trade, percent of equity, at least 0
 * @param minConfidence of a signal
 * @param maxPositions open at once, at least 0
 */
public record TradingLimits(
    Percent maxRisk,
    Fraction minConfidence,
    EntryMode entryMode,
    ExitMode exitMode,
    int maxPositions) {
  /** The tightest there are: no risk and no position, exits on the tightest stop. */
  public static final TradingLimits NOTHING =
      new TradingLimits(
          Percent.ZERO, Fraction.ONE, EntryMode.DEFENSIVE, ExitMode.DEFENSIVE_TRAIL, 0);

  /** Checks what no reader should have to. */
  public TradingLimits {
    if (maxRisk.value() < 0) {
      throw new IllegalArgumentException("max_risk_pct must be at least 0, got " + maxRisk.value());
    }
    if (maxPositions < 0) {
      throw new IllegalArgumentException("max_positions must be at least 0, got " + maxPositions);
    }
  }
}
