package dev.maestro.engine.evidence.claim;

/**
 * Bets against what is claimed of a strategy, a day at a time. Who bets at fair odds against a true
 * claim ever multiplies the stake by 1/alpha with a chance of at most alpha (Ville 1939), so that
 * looking every day costs nothing. Summed over all days on which one might have begun to bet, it
 * finds a strategy that was good and died (Shiryaev and Roberts); a true claim lets that sum pass N
 * / alpha in one year of 1/alpha (Doob's inequality).
 *
 * <p>The bet is on a day in deviations, cut at +4, so that no gain ruins the bettor. The deviation
 * is the one of the days before and changes only every {@value #SCALE_DAYS} days.
 */
public final class ClaimTest {
  /** The first returns only measure the variance. */
  static final int SEED_DAYS = 10;

  /** So many deviations a day counts in the proof at the worst. */
  static final double WORST_DAY = 10;

  private static final int SCALE_DAYS = 21;
  private static final double BEST_DAY = 4;

  /** The largest loss of a bet: a tenth of the stake is left. */
  private static final double LARGEST_LOSS = 0.9;

  /** Beyond it figures would leave the range of doubles; nothing is decided there any more. */
  private static final double BEYOND_ALL = 1e100;

  private static final double VARIANCE_HALF_LIFE = 30;

  private final double claim;
  private final double bet;
  private final double slowestUpdate;
  private final double disprovedAt;
  private final double diedAt;
  private final double provenAt;

  /** The tests of one claim. */
  public ClaimTest(ClaimSettings settings) {
    claim = settings.dailyClaim();
    bet = Math.min(claim - settings.dailyDead(), LARGEST_LOSS / (BEST_DAY - claim));
    slowestUpdate = 1 - StrictMath.pow(0.5, 1 / VARIANCE_HALF_LIFE);
    disprovedAt = settings.enough();
    diedAt = settings.periodsPerYear() / settings.alpha();
    provenAt = StrictMath.log(settings.agentsTried() / settings.alpha());
  }

  /**
   * One return more.
   *
   * @param dayReturn a fraction whose square is finite
   */
  public ClaimState next(ClaimState state, double dayReturn) {
    double square = dayReturn * dayReturn;
    int days = state.days() + 1;
    if (days <= SEED_DAYS) {
      double variance = state.variance() + (square - state.variance()) / days;
      double seed = days == SEED_DAYS ? Math.sqrt(variance) : 0;
      return new ClaimState(days, seed, variance, 0, 0, 0, 0, EvidenceWord.UNDECIDED);
    }
    int counted = state.countedDays();
    double scale =
        counted % SCALE_DAYS == 0
            ? Math.max(Math.sqrt(state.variance()), state.seed() / 4)
            : state.scale();
    double share = Math.max(slowestUpdate, 1.0 / (SEED_DAYS + 1 + counted));
    double variance = (1 - share) * state.variance() + share * square;
    return scale > 0 ? bet(state, dayReturn / scale, scale, variance) : unmoved(state, variance);
  }

  private ClaimState bet(ClaimState state, double deviations, double scale, double variance) {
    double day = Math.max(-BEYOND_ALL, Math.min(BEST_DAY, deviations));
    double gain = 1 + bet * (claim - day);
    double against = state.against() + StrictMath.log(gain);
    double proof = state.proof() + StrictMath.log(1 + claim * Math.max(-WORST_DAY, day));
    double detector = Math.min(BEYOND_ALL, (state.detector() + 1) * gain);
    return new ClaimState(
        state.days() + 1,
        state.seed(),
        variance,
        scale,
        against,
        proof,
        detector,
        word(against, proof, detector).stronger(state.word()));
  }

  /** Without a deviation nothing can be bet. */
  private static ClaimState unmoved(ClaimState state, double variance) {
    return new ClaimState(
        state.days() + 1,
        state.seed(),
        variance,
        0,
        state.against(),
        state.proof(),
        state.detector(),
        state.word());
  }

  private EvidenceWord word(double against, double proof, double detector) {
    if (against >= disprovedAt) {
      return EvidenceWord.DISPROVED;
    }
    if (detector >= diedAt) {
      return EvidenceWord.DIED;
    }
    return proof >= provenAt ? EvidenceWord.PROVEN : EvidenceWord.UNDECIDED;
  }
}
