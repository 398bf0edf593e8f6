package dev.maestro.engine.evidence.claim;

import dev.maestro.engine.evidence.normal.NormalDistribution;

/**
 * The chance that a strategy that was dead from the start would be DISPROVED by now: what a silence
 * is worth.
 *
 * <p>The evidence against the claim is taken as Brownian motion with drift, whose passage of a
 * boundary has a closed form (the inverse Gaussian distribution); the boundary is moved out for the
 * overshoot of looking only once a day (Siegmund 1985, "Sequential Analysis", chapter 10: 0.5826
 * deviations of a step).
 */
public final class Detection {
  private static final double OVERSHOOT = 0.5826;
  private static final int MOST_DAYS = 1 << 20;

  private Detection() {}

  /**
   * The fewest counted days after which the chance is at least so high, at most 1,048,576.
   *
   * @param chance 0 to below 1
   */
  public static int daysUntil(ClaimSettings settings, double chance) {
    if (!(chance >= 0 && chance < 1)) {
      throw new IllegalArgumentException("a chance must be from 0 to below 1, got " + chance);
    }
    int enough = 1;
    while (enough < MOST_DAYS && chance(settings, enough) < chance) {
      enough *= 2;
    }
    int days = chance > 0 ? 1 : 0;
    while (days < enough) {
      int middle = (days + enough) >>> 1;
      if (chance(settings, middle) >= chance) {
        enough = middle;
      } else {
        days = middle + 1;
      }
    }
    return days;
  }

  /**
   * Days with exposure that are missing until the chance is as high as wanted; 0: none.
   *
   * @param days with exposure so far
   * @param now the chance so far
   */
  public static int moreDays(ClaimSettings settings, int days, double now, double wanted) {
    int counted = daysUntil(settings, now);
    int seed = counted > 0 ? 0 : Math.max(0, ClaimTest.SEED_DAYS - days);
    return Math.max(0, daysUntil(settings, wanted) - counted) + seed;
  }

  /**
   * The chance after some days, 0..1.
   *
   * @param countedDays days after the seed, at least 0
   */
  public static double chance(ClaimSettings settings, int countedDays) {
    if (countedDays == 0) {
      return 0;
    }
    double distance = settings.dailyClaim() - settings.dailyDead();
    double perDay = distance * distance / 2;
    double boundary = settings.enough() + OVERSHOOT * Math.sqrt(2 * perDay);
    double expected = perDay * countedDays;
    double deviation = Math.sqrt(2 * expected);
    return NormalDistribution.cumulative((expected - boundary) / deviation)
        + StrictMath.exp(boundary)
            * NormalDistribution.cumulative((-expected - boundary) / deviation);
  }
}
