package dev.maestro.market.strategy;

import java.util.OptionalDouble;

/**
 * What a strategy wants; no order, and nothing is sized or approved by it.
 *
 * @param confidence a score 0..1, not a probability; 0 unless something is opened or closed
 * @param allocation fraction 0..1 of the strategy's capital; above 0 only to open
 * @param stopPrice where the idea is wrong, above 0; only to open
 * @param reasoning one sentence with the figures that decided
 */
public record Recommendation(
    Move move, double confidence, double allocation, OptionalDouble stopPrice, String reasoning) {

  /** What to do with the position. */
  public enum Move {
    /** Buy, holding nothing. */
    OPEN_LONG,
    /** Sell short, holding nothing. */
    OPEN_SHORT,
    /** End the position held. */
    CLOSE,
    /** Change nothing. */
    HOLD
  }

  /** Checks the ranges, and that only an opening carries capital and a stop. */
  public Recommendation {
    boolean opens = move == Move.OPEN_LONG || move == Move.OPEN_SHORT;
    boolean fits =
        isFraction(confidence)
            && isFraction(allocation)
            && opens == allocation > 0
            && opens == stopPrice.isPresent()
            && (stopPrice.isEmpty() || stopPrice.getAsDouble() > 0);
    if (!fits) {
      throw new IllegalArgumentException(
          "confidence and allocation must be from 0 to 1, and an opening, and nothing else, needs"
              + (" an allocation and a stop above 0, got " + move + ", confidence " + confidence)
              + (", allocation " + allocation + ", stop " + stopPrice));
    }
  }

  static Recommendation hold(String reasoning) {
    return new Recommendation(Move.HOLD, 0, 0, OptionalDouble.empty(), reasoning);
  }

  static Recommendation close(String reasoning) {
    return new Recommendation(Move.CLOSE, 1, 0, OptionalDouble.empty(), reasoning);
  }

  private static boolean isFraction(double value) {
    return value >= 0 && value <= 1;
  }
}
