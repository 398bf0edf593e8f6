package dev.maestro.engine.evidence.filter;

/**
 * Learns an annual Sharpe ratio from one day's return after the other (Bayes on a grid). Given the
 * volatility, a worse day never raises what is expected.
 *
 * <p>A day in volatilities, x, is taken to be normal around g / sqrt(periods per year); x is cut at
 * {@link FilterSettings#clip()}, which keeps the likelihood ratio monotone in x where one with fat
 * tails would forgive the worst days (Karlin and Rubin 1956). Strategies change: before every row
 * the belief is redrawn with a small chance (Shiryaev 1963).
 *
 * <p>The likelihood exp(-(x - s)^2 / 2) at s = k x step is, but for a factor that all points share,
 * exp(-s^2 / 2) x exp(x x step)^k: one exponential a row instead of 41.
 */
public final class SharpeFilter {
  /** A day counts in the next days' variance as at most so many variances. */
  private static final double MOST_VARIANCES = 16;

  private final FilterSettings settings;
  private final double step;
  private final double changeChance;
  private final double decay;
  private final SharpeDistribution redraw;
  private final double[] baseLikelihood = new double[SharpeDistribution.POINTS];

  /**
   * A filter of daily returns.
   *
   * @param periodsPerYear days in a year of returns, 252 or 365
   */
  public SharpeFilter(FilterSettings settings, int periodsPerYear) {
    this.settings = settings;
    this.step = 1 / (SharpeDistribution.PER_UNIT * Math.sqrt(periodsPerYear));
    this.changeChance = 1.0 / settings.changeEvery();
    this.decay = StrictMath.pow(0.5, 1 / settings.volatilityHalfLife());
    this.redraw = SharpeDistribution.bell(settings.redrawMean(), settings.redrawSd());
    for (int i = 0; i < baseLikelihood.length; i++) {
      double daily = (i - SharpeDistribution.ZERO) * step;
      baseLikelihood[i] = StrictMath.exp(-daily * daily / 2);
    }
  }

  /** Before the first row. */
  public FilterState start() {
    return new FilterState(
        SharpeDistribution.bell(settings.priorMean(), settings.priorSd()), 0, 0, 0);
  }

  /**
   * One row more.
   *
   * @param dayReturn a fraction whose square is finite
   */
  public FilterState next(FilterState state, double dayReturn) {
    SharpeDistribution belief = state.belief().mixedWith(redraw, changeChance);
    double variance = state.variance();
    double square = dayReturn * dayReturn;
    if (state.rows() >= settings.warmUp() && variance > 0) {
      double volatilities = dayReturn / Math.sqrt(variance);
      belief =
          belief.given(
              likelihood(Math.max(-settings.clip(), Math.min(settings.clip(), volatilities))));
      square = Math.min(square, MOST_VARIANCES * variance);
    }
    return new FilterState(
        belief, state.rows() + 1, decay * state.squares() + square, decay * state.weights() + 1);
  }

  /** What is believed of the day to come: the strategy may have changed since the last row. */
  public SharpeDistribution belief(FilterState state) {
    return state.belief().mixedWith(redraw, changeChance);
  }

  /** The state of a strategy that was replaced: what it is now is redrawn with chance 1/2. */
  public FilterState replaced(FilterState state) {
    return new FilterState(
        state.belief().mixedWith(redraw, 0.5), state.rows(), state.squares(), state.weights());
  }

  private double[] likelihood(double volatilities) {
    double up = StrictMath.exp(volatilities * step);
    double down = 1 / up;
    double[] likelihood = new double[SharpeDistribution.POINTS];
    int zero = SharpeDistribution.ZERO;
    likelihood[zero] = 1;
    double above = 1;
    double below = 1;
    for (int k = 1; k <= zero; k++) {
      above *= up;
      below *= down;
      likelihood[zero + k] = baseLikelihood[zero + k] * above;
      likelihood[zero - k] = baseLikelihood[zero - k] * below;
    }
    return likelihood;
  }
}
