package dev.maestro.engine.evidence.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is believed of an annual Sharpe ratio: probabilities on the grid -4, -3.8, ..., 4 that add
 * up to 1. A belief about the true ratio, not the estimate from a sample.
 */
public final class SharpeDistribution {
  /** Points of the grid. */
  public static final int POINTS = 41;

  /** The point of a Sharpe ratio of 0. */
  static final int ZERO = 20;

  /** Points per unit of the Sharpe ratio. */
  static final double PER_UNIT = 5;

  private static final double SUM_TOLERANCE = 1e-9;

  private final double[] probabilities;

  private SharpeDistribution(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * The bell curve over the grid.
   *
   * @param mean annual, from -4 to 4
   * @param deviation at least half a step of the grid, 0.1
   */
  public static SharpeDistribution bell(double mean, double deviation) {
    double[] weights = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double distance = (sharpeAt(i) - mean) / deviation;
      weights[i] = StrictMath.exp(-distance * distance / 2);
    }
    return new SharpeDistribution(normalised(weights));
  }

  /**
   * Probabilities as {@link #probabilities()} gave them.
   *
   * @throws IllegalArgumentException if they are none
   */
  public static SharpeDistribution of(List<Double> probabilities) {
    double sum = 0;
    boolean valid = probabilities.size() == POINTS;
    for (double probability : probabilities) {
      valid &= probability >= 0;
      sum += probability;
    }
    if (!valid || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "a distribution has 41 probabilities that add up to 1, got " + probabilities);
    }
    return new SharpeDistribution(
        probabilities.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The annual Sharpe ratio of a point, 0..40. */
  public static double sharpeAt(int point) {
    return (point - ZERO) / PER_UNIT;
  }

  /** The probabilities, from -4 to 4. */
  public List<Double> probabilities() {
    List<Double> list = new ArrayList<>(POINTS);
    for (double probability : probabilities) {
      list.add(probability);
    }
    return list;
  }

  /** The expected annual Sharpe ratio. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += sharpeAt(i) * probabilities[i];
    }
    return sum;
  }

  /** The chance that the true ratio is below 0; half of what lies on 0 counts. */
  public double probabilityNegative() {
    double sum = probabilities[ZERO] / 2;
    for (int i = 0; i < ZERO; i++) {
      sum += probabilities[i];
    }
    return sum;
  }

  /**
   * The belief as a small picture: for each point of the grid, from -4 to 4, its height from 0 to z
   * (digits, then letters), where z is the highest.
   */
  public String strip() {
    double highest = Arrays.stream(probabilities).max().orElseThrow();
    StringBuilder strip = new StringBuilder(POINTS);
    for (double probability : probabilities) {
      int height = (int) Math.round(probability / highest * (Character.MAX_RADIX - 1));
      strip.append(Character.forDigit(height, Character.MAX_RADIX));
    }
    return strip.toString();
  }

  /**
   * This belief, replaced by another with a chance.
   *
   * @param chance 0..1
   */
  SharpeDistribution mixedWith(SharpeDistribution other, double chance) {
    double[] mixed = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      mixed[i] = (1 - chance) * probabilities[i] + chance * other.probabilities[i];
    }
    return new SharpeDistribution(mixed);
  }

  /** This belief after an observation with the given likelihood at each point (Bayes). */
  SharpeDistribution given(double[] likelihood) {
    double[] weights = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      weights[i] = probabilities[i] * likelihood[i];
    }
    return new SharpeDistribution(normalised(weights));
  }

  private static double[] normalised(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharpeDistribution that
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return Arrays.toString(probabilities);
  }
}
