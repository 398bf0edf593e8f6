package dev.maestro.engine.throttle;

import dev.maestro.engine.number.SampleStatistics;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the closed days of a strategy say.
 *
 * @param rows of the lookback
 * @param days those of them whose return is known
 * @param returns statistics of the day returns, fractions; empty without any
 * @param drawdown deepest fall of the compounded equity, a fraction of at most 0
 */
record ThrottleFigures(int rows, int days, Optional<SampleStatistics> returns, double drawdown) {
  private static final Optional<BigDecimal> NOTHING_OPEN = Optional.of(BigDecimal.ZERO);

  /** Figures of the newest rows, given oldest first; a return that needs an unknown mark is not. */
  static ThrottleFigures of(List<DayResult> rows, ThrottleConfig config) {
    int first = Math.max(0, rows.size() - config.lookbackDays());
    double[] all = new double[rows.size() - first];
    int known = 0;
    for (int i = first; i < rows.size(); i++) {
      Optional<BigDecimal> before = i == 0 ? NOTHING_OPEN : rows.get(i - 1).unrealizedPnl();
      OptionalDouble dayReturn = DayReturn.of(rows.get(i), before, config.baseCapital());
      if (dayReturn.isPresent()) {
        all[known++] = dayReturn.getAsDouble();
      }
    }
    double[] returns = known == all.length ? all : Arrays.copyOf(all, known);
    return new ThrottleFigures(
        rows.size() - first,
        returns.length,
        returns.length == 0
            ? Optional.empty()
            : Optional.of(SampleStatistics.of(returns.length, i -> returns[i])),
        drawdown(returns));
  }

  /** Equity beyond every double has no ratio to its peak; it counts as lost. */
  private static double drawdown(double[] returns) {
    double equity = 1;
    double peak = 1;
    double deepest = 0;
    for (double gain : returns) {
      equity *= 1 + gain;
      peak = Math.max(peak, equity);
      double fall = equity / peak - 1;
      deepest = Math.min(deepest, Double.isFinite(fall) ? fall : -1);
    }
    return deepest;
  }
}
