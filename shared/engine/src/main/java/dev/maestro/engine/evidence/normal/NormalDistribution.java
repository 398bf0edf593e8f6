package dev.maestro.engine.evidence.normal;

/**
 * The standard normal distribution: its density, its probabilities and their inverse. Probabilities
 * have a relative error of about 1e-14, in the lower tail too.
 *
 * <p>Marsaglia (2004), "Evaluating the Normal Distribution": near 0 the Taylor series, whose terms
 * all have one sign; in the tail the continued fraction of Mills' ratio.
 */
public final class NormalDistribution {
  private static final double SQRT_TWO_PI = Math.sqrt(2 * StrictMath.PI);

  /** From here on the continued fraction needs fewer steps than the series loses digits. */
  private static final double TAIL = 3;

  /** Steps that settle the fraction at {@link #TAIL}; further out fewer would do. */
  private static final int FRACTION_STEPS = 100;

  private static final int REFINEMENTS = 3;

  private NormalDistribution() {}

  /** The density at x. */
  public static double density(double x) {
    return StrictMath.exp(-x * x / 2) / SQRT_TWO_PI;
  }

  /**
   * The chance of a value of at most x.
   *
   * @param x not NaN
   */
  public static double cumulative(double x) {
    if (x < -TAIL) {
      return lowerTail(-x);
    }
    return x > TAIL ? 1 - lowerTail(x) : 0.5 + density(x) * series(x);
  }

  /**
   * The value that is not exceeded with the given chance.
   *
   * @param chance above 0 and below 1
   */
  public static double quantile(double chance) {
    if (!(chance > 0 && chance < 1)) {
      throw new IllegalArgumentException("a chance must be above 0 and below 1, got " + chance);
    }
    if (chance > 0.5) {
      return 1 - chance < chance ? -lowerQuantile(1 - chance) : 0;
    }
    return lowerQuantile(chance);
  }

  /** x + x^3/3 + x^5/(3 x 5) + ..., until nothing is added. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    double before = Double.NaN;
    for (int odd = 3; sum != before; odd += 2) {
      before = sum;
      term *= x * x / odd;
      sum += term;
    }
    return sum;
  }

  /** density(x) / (x + 1/(x + 2/(x + 3/(x + ...)))) for x above 0. */
  private static double lowerTail(double x) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    double fraction = x;
    for (int step = FRACTION_STEPS; step > 0; step--) {
      fraction = x + step / fraction;
    }
    return density(x) / fraction;
  }

  /**
   * Abramowitz and Stegun (1964), 26.2.22, is off by at most 0.003; each of Halley's steps triples
   * the digits.
   */
  private static double lowerQuantile(double chance) {
    double t = Math.sqrt(-2 * StrictMath.log(chance));
    double x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t;
    for (int step = 0; step < REFINEMENTS; step++) {
      double density = density(x);
      if (density == 0) {
        return x;
      }
      double newton = (cumulative(x) - chance) / density;
      x -= newton / (1 + x * newton / 2);
    }
    return x;
  }
}
