package dev.maestro.engine.weights;

/**
 * Rounds shares to whole units of 1e-10 that add up to exactly 1 with the cash: down, then the
 * missing units to the largest remainders (ties: higher score, then agent order, cash last).
 */
final class UnitRounding {
  private static final double UNITS = 1e10;

  private static final long WHOLE = 10_000_000_000L;

  /** A share this close to a whole unit is that unit: the distance is the noise of doubles. */
  private static final double SNAP = 1e-5;

  /** Remainders are compared in steps of this: what differs by less is a tie, but for the noise. */
  private static final double STEP = 1e-4;

  private UnitRounding() {}

  /** Units of every agent, and of the cash at the end. */
  static long[] round(Allocation allocation, double[] scores) {
    int agents = scores.length;
    long[] units = new long[agents + 1];
    double[] remainders = new double[agents + 1];
    long missing = WHOLE;
    for (int i = 0; i <= agents; i++) {
      double exact = UNITS * (i < agents ? allocation.share(i) : allocation.cash());
      double nearest = Math.rint(exact);
      boolean whole = Math.abs(exact - nearest) <= SNAP;
      units[i] = (long) (whole ? nearest : Math.floor(exact));
      remainders[i] = whole ? 0 : Math.rint((exact - units[i]) / STEP);
      missing -= units[i];
    }
    for (; missing > 0; missing--) {
      int winner = largest(remainders, scores);
      units[winner]++;
      remainders[winner] = 0;
    }
    return units;
  }

  private static int largest(double[] remainders, double[] scores) {
    int best = scores.length;
    for (int i = scores.length - 1; i >= 0; i--) {
      boolean better =
          remainders[i] > remainders[best]
              || (remainders[i] == remainders[best]
                  && (best == scores.length || scores[i] >= scores[best]));
      best = better ? i : best;
    }
    return best;
  }
}
