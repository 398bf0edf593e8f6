package dev.maestro.engine.evidence.claim;

/**
 * Where the tests of a claim stand: all they need to go on with the next return.
 *
 * @param days returns so far; the first {@value ClaimTest#SEED_DAYS} only measure the variance
 * @param seed deviation of those first returns, a fraction; 0 before they are complete
 * @param variance of a day, a squared fraction
 * @param scale the deviation that a return is divided by, looked at every 21 days; 0: none
 * @param against logarithm of what betting against the claim would have made of 1
 * @param proof logarithm of what betting on a Sharpe ratio above 0 would have made of 1
 * @param detector sum, over all days, of what betting against the claim since then has made of 1
 * @param word the strongest word reached
 */
public record ClaimState(
    int days,
    double seed,
    double variance,
    double scale,
    double against,
    double proof,
    double detector,
    EvidenceWord word) {

  /** Before the first return. */
  public static final ClaimState START =
      new ClaimState(0, 0, 0, 0, 0, 0, 0, EvidenceWord.UNDECIDED);

  /** Refuses what no returns can leave behind. */
  public ClaimState {
    boolean isPossible = days >= 0 && seed >= 0 && variance >= 0 && scale >= 0 && detector >= 0;
    double all = seed + variance + scale + against + proof;
    if (!isPossible || !Double.isFinite(all) || Double.isInfinite(detector)) {
      throw new IllegalArgumentException(
          "the figures of a claim must be finite, and all but against and proof at least 0, got "
              + all
              + " and "
              + detector);
    }
  }

  /** Days on which something could have been found: those after the seed. */
  public int countedDays() {
    return Math.max(0, days - ClaimTest.SEED_DAYS);
  }
}
