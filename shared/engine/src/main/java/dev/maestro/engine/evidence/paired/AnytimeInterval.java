package dev.maestro.engine.evidence.paired;

import java.util.Optional;

/**
 * Where the true mean of daily differences lies, valid however often one looks: in 95 % of cases it
 * is inside on every day, from the first to the last. It is no forecast of a day, and wider than
 * the interval of a single look.
 *
 * <p>The normal mixture (Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021, section 3.2) with
 * the deviation unknown (Lai 1976; Wang and Ramdas 2023, "Anytime-valid t-tests", theorem 4.3):
 * over all effects, in deviations a day, drawn from N(0, v), the likelihood of the days against an
 * effect of 0 is
 *
 * <pre>sqrt(1 / (1 + n v)) ((1 + x) / (1 + x / (1 + n v)))^(n / 2),  x = n mean^2 / squares</pre>
 *
 * and passes 1 / 0.05 in at most 5 % of cases (Ville). v makes the interval narrowest after {@value
 * #TUNED_TO} days. Exact for normal days that do not depend on each other; fat tails cost little
 * (see its test), dependence may cost more.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record AnytimeInterval(double low, double high) {
  /** The days after which it is as narrow as it can be. */
  public static final int TUNED_TO = 126;

  /** How seldom the truth may ever lie outside. */
  public static final double ALPHA = 0.05;

  private static final double VARIANCE_OF_EFFECTS = narrowestVariance();

  /** Checks the order of its ends. */
  public AnytimeInterval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high, got " + low + " and " + high);
    }
  }

  /** The interval of some days; empty while they are too few, or all alike, to say anything. */
  public static Optional<AnytimeInterval> of(DailyEffect effect) {
    int days = effect.days();
    if (days < 2 || !(effect.squares() > 0)) {
      return Optional.empty();
    }
    double spread = 1 + days * VARIANCE_OF_EFFECTS;
    double enough = StrictMath.exp(StrictMath.log(Math.sqrt(spread) / ALPHA) * 2 / days);
    double reach = 1 - enough / spread;
    if (!(reach > 0)) {
      return Optional.empty();
    }
    double half = Math.sqrt((enough - 1) / reach * effect.squares() / days);
    return Double.isFinite(half)
        ? Optional.of(new AnytimeInterval(effect.mean() - half, effect.mean() + half))
        : Optional.empty();
  }

  /** That the true mean is above 0 has been shown. */
  public boolean isGain() {
    return low > 0;
  }

  /** That the true mean is below 0 has been shown. */
  public boolean isLoss() {
    return high < 0;
  }

  /**
   * Half the width, (1 + 1/y)(ln(1 + y) + 2 ln(1 / alpha)) with y = days x variance in squares, is
   * smallest where y = ln(1 + y) + 2 ln(1 / alpha).
   */
  private static double narrowestVariance() {
    double wanted = 2 * StrictMath.log(1 / ALPHA);
    double best = wanted;
    double before = Double.NaN;
    while (best != before) {
      before = best;
      best = Math.max(before, wanted + StrictMath.log1p(before));
    }
    return best / TUNED_TO;
  }
}
