package dev.maestro.engine.throttle;

import dev.maestro.engine.number.ExactRatio;
import dev.maestro.engine.number.SampleStatistics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the closed days of a strategy say.
 *
 * @param days rows that counted
 * @param returns statistics of the day returns, fractions; empty without rows
 * @param drawdown deepest fall of the compounded equity, a fraction of at most 0
 */
record ThrottleFigures(int days, Optional<SampleStatistics> returns, double drawdown) {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  /** Figures of the newest rows, given in any order; dates are distinct. */
  static ThrottleFigures of(List<DayResult> rows, ThrottleConfig config) {
    List<DayResult> byDate = new ArrayList<>(rows);
    byDate.sort(Comparator.comparing(DayResult::date));
    int first = Math.max(0, byDate.size() - config.lookbackDays());
    double[] returns = new double[byDate.size() - first];
    for (int i = 0; i < returns.length; i++) {
      BigDecimal before = first + i == 0 ? ZERO : mark(byDate.get(first + i - 1));
      returns[i] = dayReturn(byDate.get(first + i), before, config.baseCapital());
    }
    return new ThrottleFigures(
        returns.length,
        returns.length == 0
            ? Optional.empty()
            : Optional.of(SampleStatistics.of(returns.length, i -> returns[i])),
        drawdown(returns));
  }

  /** (realized + unrealized - unrealized of the day before) / capital base. */
  private static double dayReturn(DayResult day, BigDecimal markBefore, BigDecimal baseCapital) {
    BigDecimal gain = day.realizedPnl().add(mark(day)).subtract(markBefore);
    return ExactRatio.of(gain, day.capitalBase().orElse(baseCapital));
  }

  private static BigDecimal mark(DayResult day) {
    return day.unrealizedPnl().orElse(ZERO);
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
