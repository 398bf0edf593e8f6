package dev.maestro.cli.lab;

import dev.maestro.cli.lab.world.SimulatedLife;

/**
 * What one throttle did in some lives: sums, so that lives can be added up.
 *
 * @param days simulated
 * @param earned sum of multiplier x expected return
 * @param possible the same of a throttle that knows every true Sharpe ratio
 * @param earnedSquares sum over the lives of earned^2; the other two are the products and squares
 *     that the error is made of
 */
record LabScore(
    long days,
    double earned,
    double possible,
    double earnedSquares,
    double products,
    double possibleSquares,
    long shadowDays,
    double turned) {

  /** Flies one life. */
  static LabScore of(Pilot pilot, SimulatedLife life) {
    double earned = 0;
    double possible = 0;
    long shadowDays = 0;
    double turned = 0;
    double before = pilot.multiplier();
    int days = life.returns().length;
    for (int day = 0; day < days; day++) {
      double multiplier = pilot.multiplier();
      double expected = life.expected(day);
      earned += multiplier * expected;
      possible += Math.max(0, expected);
      shadowDays += multiplier == 0 ? 1 : 0;
      turned += Math.abs(multiplier - before);
      before = multiplier;
      pilot.learn(life.returns()[day], life.volatility()[day]);
    }
    return new LabScore(
        days,
        earned,
        possible,
        earned * earned,
        earned * possible,
        possible * possible,
        shadowDays,
        turned);
  }

  LabScore plus(LabScore other) {
    return new LabScore(
        days + other.days,
        earned + other.earned,
        possible + other.possible,
        earnedSquares + other.earnedSquares,
        products + other.products,
        possibleSquares + other.possibleSquares,
        shadowDays + other.shadowDays,
        turned + other.turned);
  }

  /** Share of what knowing every true Sharpe ratio would earn; at most 1, below 0 a loss. */
  double kept() {
    return earned / possible;
  }

  /** Standard error of {@link #kept()}, a ratio of two sums over independent lives. */
  double keptError() {
    double squares = earnedSquares - 2 * kept() * products + kept() * kept() * possibleSquares;
    return Math.sqrt(Math.max(0, squares)) / possible;
  }

  /** Share of the days in SHADOW_MODE, 0..1. */
  double shadowShare() {
    return (double) shadowDays / days;
  }

  /** Sum of the multiplier's moves in a year. */
  double turnover() {
    return turned * SimulatedLife.YEAR / days;
  }
}
