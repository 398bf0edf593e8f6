package dev.maestro.engine.evidence;

import dev.maestro.engine.evidence.claim.ClaimState;
import dev.maestro.engine.evidence.claim.ClaimTest;
import dev.maestro.engine.evidence.claim.Detection;
import dev.maestro.engine.evidence.filter.FilterState;
import dev.maestro.engine.evidence.filter.SharpeDistribution;
import dev.maestro.engine.evidence.filter.SharpeFilter;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a strategy's record, the returns of its days with exposure, oldest first. An idle day is no
 * row: it is left out, it is not a return of 0.
 */
public final class StrategyEvidence {
  /** The square of a larger return could leave the range of doubles. */
  private static final double LARGEST_RETURN = 1e100;

  private final EvidenceConfig config;
  private final SharpeFilter filter;
  private final ClaimTest claimTest;

  /** Under one configuration. */
  public StrategyEvidence(EvidenceConfig config) {
    this.config = config;
    this.filter = new SharpeFilter(config.filter(), config.claim().periodsPerYear());
    this.claimTest = new ClaimTest(config.claim());
  }

  /** Before the first day of a version. */
  public EvidenceState start(String version) {
    return new EvidenceState(version, filter.start(), ClaimState.START, ThrottleMode.ACTIVE, 0);
  }

  /**
   * One day with exposure more.
   *
   * @param dayReturn a fraction
   * @throws IllegalArgumentException if it is not finite or beyond 1e100
   */
  public EvidenceState next(EvidenceState state, double dayReturn) {
    if (!(Math.abs(dayReturn) <= LARGEST_RETURN)) {
      throw new IllegalArgumentException(
          "a day's return must be finite and at most 1e100, got " + dayReturn);
    }
    FilterState next = filter.next(state.filter(), dayReturn);
    ThrottleMode mode = config.modes().next(state.mode(), filter.belief(next).mean());
    return new EvidenceState(
        state.version(),
        next,
        claimTest.next(state.claim(), dayReturn),
        mode,
        state.modeChanges() + (mode == state.mode() ? 0 : 1));
  }

  /**
   * The state of a strategy whose version is looked at again: a new one begins its words anew, and
   * its Sharpe ratio is taken to be redrawn with chance 1/2.
   */
  public EvidenceState under(EvidenceState state, String version) {
    return version.equals(state.version())
        ? state
        : new EvidenceState(
            version,
            filter.replaced(state.filter()),
            ClaimState.START,
            state.mode(),
            state.modeChanges());
  }

  /**
   * The states that a whole record passes: before its first return, and after each; its newest
   * {@value EvidenceConfig#MOST_DAYS} returns.
   */
  public List<EvidenceState> path(List<Double> returns) {
    int oldest = Math.max(0, returns.size() - EvidenceConfig.MOST_DAYS);
    List<EvidenceState> path = new ArrayList<>(returns.size() - oldest + 1);
    EvidenceState state = start("");
    path.add(state);
    for (double dayReturn : returns.subList(oldest, returns.size())) {
      state = next(state, dayReturn);
      path.add(state);
    }
    return path;
  }

  /** Where a whole record ends: that of its newest {@value EvidenceConfig#MOST_DAYS} returns. */
  public EvidenceState of(List<Double> returns) {
    List<EvidenceState> path = path(returns);
    return path.get(path.size() - 1);
  }

  /** The belief about the annual Sharpe ratio of the day to come. */
  public SharpeDistribution belief(EvidenceState state) {
    return filter.belief(state.filter());
  }

  /** What it says, in words and as a picture. */
  public EvidenceOpinion opinion(EvidenceState state) {
    return EvidenceOpinion.of(figures(state), config.modes(), belief(state));
  }

  /** What is shown. */
  public EvidenceFigures figures(EvidenceState state) {
    SharpeDistribution belief = belief(state);
    ClaimState claim = state.claim();
    return new EvidenceFigures(
        state.days(),
        belief.mean(),
        belief.probabilityNegative(),
        state.mode(),
        state.modeChanges(),
        claim.against(),
        claim.proof(),
        claim.detector(),
        claim.word(),
        Detection.chance(config.claim(), claim.countedDays()));
  }
}
