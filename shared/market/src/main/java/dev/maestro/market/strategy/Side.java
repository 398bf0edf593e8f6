package dev.maestro.market.strategy;

import dev.maestro.market.DirectionalMovement;
import dev.maestro.market.strategy.Recommendation.Move;
import java.util.OptionalDouble;

/** One of the two directions; every rule is written once and mirrored by the sign. */
enum Side {
  LONG(1, Move.OPEN_LONG, "long"),
  SHORT(-1, Move.OPEN_SHORT, "short");

  private final int sign;
  private final Move opening;
  private final String word;

  Side(int sign, Move opening, String word) {
    this.sign = sign;
    this.opening = opening;
    this.word = word;
  }

  /** How far a price is beyond a reference in this direction. */
  double gain(double price, double reference) {
    return sign * (price - reference);
  }

  /** The price at a distance against this direction. */
  double against(double price, double distance) {
    return price - sign * distance;
  }

  /** True if the movement points this way. */
  boolean isWith(DirectionalMovement movement) {
    return movement.isUpward() == (this == LONG);
  }

  String word() {
    return word;
  }

  /**
   * Opens so that a fill at the stop costs {@code riskPerTrade} of the strategy's capital, but with
   * no more than all of it; holds if the stop would lie at or below zero.
   */
  Recommendation open(
      double price, double stopDistance, double riskPerTrade, double confidence, String reasoning) {
    double stop = against(price, stopDistance);
    if (stopDistance <= 0 || stop <= 0) {
      return Recommendation.hold("No stop can be placed: " + reasoning);
    }
    double allocation = Math.min(1, riskPerTrade * price / stopDistance);
    return new Recommendation(opening, confidence, allocation, OptionalDouble.of(stop), reasoning);
  }

  /** 0.5, plus a quarter for each of two strengths that are clamped to 0..1. */
  static double confidence(double strength, double otherStrength) {
    return 0.5 + 0.25 * clamp(strength) + 0.25 * clamp(otherStrength);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
