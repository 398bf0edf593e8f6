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
 * @param luck sum of multiplier x what the day returned beyond what was expected of it: of who has
 *     not seen the day, nothing but noise
 * @param luckSquares sum over the lives of luck^2
 */
record LabScore(
    long days,
    double earned,
    double possible,
    double earnedSquares,
    double products,
    double possibleSquares,
    long shadowDays,
    double turned,
    double luck,
    double luckSquares) {
  /** So many errors are no luck. */
  private static final double NO_LUCK = 4;

  /** Flies one life. */
  static LabScore of(Pilot pilot, SimulatedLife life) {
    double earned = 0;
    double possible = 0;
    long shadowDays = 0;
    double turned = 0;
    double luck = 0;
    double before = pilot.multiplier();
    int days = life.returns().length;
    for (int day = 0; day < days; day++) {
      double multiplier = pilot.multiplier();
      double expected = life.expected(day);
      earned += multiplier * expected;
      possible += Math.max(0, expected);
      luck += multiplier * (life.returns()[day] - expected);
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
        turned,
        luck,
        luck * luck);
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
        turned + other.turned,
        luck + other.luck,
        luckSquares + other.luckSquares);
  }

  /** True if it earned on what nobody can know before the day. */
  boolean hasLookedAhead() {
    return luck > NO_LUCK * Math.sqrt(luckSquares);
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
