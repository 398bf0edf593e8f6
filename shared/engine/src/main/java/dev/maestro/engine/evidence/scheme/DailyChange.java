package dev.maestro.engine.evidence.scheme;

import dev.maestro.engine.performance.Standing;

/**
 * How far a weight may move in a day. What is given up is given up as fast as this allows; what is
 * gained is shared out of what has become free, and what stays free is cash. A LOSING agent goes to
 * its target at once.
 *
 * @param most a fraction of the capital, above 0 and at most 1
 */
public record DailyChange(double most) {
  /** Checks the range. */
  public DailyChange {
    if (!(most > 0 && most <= 1)) {
      throw new IllegalArgumentException(
          "max_daily_change must be above 0 and at most 1, got " + most);
    }
  }

  /**
   * The weights of today, in agent order.
   *
   * @param yesterday weights of these agents; 0 for a new one
   * @param target weights that the scheme calls for; they add up to at most 1
   */
  public double[] limit(double[] yesterday, double[] target, Standing[] standings) {
    double[] today = new double[target.length];
    double held = 0;
    double wanted = 0;
    for (int i = 0; i < target.length; i++) {
      today[i] = Math.min(yesterday[i], target[i]);
      if (standings[i] != Standing.LOSING) {
        today[i] = Math.max(today[i], yesterday[i] - most);
      }
      held += today[i];
      wanted += gain(yesterday[i], target[i]);
    }
    double part = wanted > 0 ? Math.min(1, Math.max(0, 1 - held) / wanted) : 0;
    for (int i = 0; i < target.length; i++) {
      today[i] += part * gain(yesterday[i], target[i]);
    }
    return today;
  }

  private double gain(double yesterday, double target) {
    return Math.min(most, Math.max(0, target - yesterday));
  }
}
