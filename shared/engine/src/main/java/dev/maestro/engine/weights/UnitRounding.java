package dev.maestro.engine.weights;

/**
 * Rounds shares to whole units of 1e-10 that add up to exactly 1 with the cash: down, then the
 * missing units to the largest remainders (ties: higher score, then agent order, cash last).
 */
final class UnitRounding {
  private static final long WHOLE = 10_000_000_000L;

  /** Shares are first taken to so many steps of a unit: finer is the noise of doubles. */
  private static final long STEPS = 10_000;

  private UnitRounding() {}

  /** Units of every agent, and of the cash at the end. */
  static long[] round(Allocation allocation, double[] scores) {
    int agents = scores.length;
    long[] units = new long[agents + 1];
    long[] remainders = new long[agents + 1];
    long missing = WHOLE;
    for (int i = 0; i <= agents; i++) {
      double share = i < agents ? allocation.share(i) : allocation.cash();
      long steps = Math.round(share * WHOLE * STEPS);
      units[i] = steps / STEPS;
      remainders[i] = steps % STEPS;
      missing -= units[i];
    }
    for (; missing > 0; missing--) {
      int winner = largest(remainders, scores);
      units[winner]++;
      remainders[winner] = 0;
    }
    return units;
  }

  private static int largest(long[] remainders, double[] scores) {
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
