package dev.maestro.embedded.replay;

import dev.maestro.engine.evidence.paired.AnytimeInterval;
import dev.maestro.engine.evidence.paired.DailyEffect;
import dev.maestro.engine.evidence.record.ProbabilisticSharpe;
import dev.maestro.engine.evidence.record.TrackRecord;
import dev.maestro.engine.number.SampleStatistics;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What came of one way to run the money.
 *
 * @param growth of the money from the first day to the last, a fraction; -1: everything is lost
 * @param record of the day returns from the second day on, up to the one on which everything was
 *     lost; empty: fewer than two, or all alike
 * @param perYear days of the record in a year
 * @param worstDrawdown deepest fall below a peak, 0..1
 * @param turnover bought and sold in a year, in multiples of the money
 * @param paid for that, in parts of the money at the start
 * @param largest weight of an evening, on average, a fraction
 * @param effect daily log growth beyond that of equal weights without a throttle; empty: it is
 *     those, or one of the two has lost everything
 */
public record ReplayLine(
    ReplayFlight flight,
    double growth,
    Optional<TrackRecord> record,
    double perYear,
    double worstDrawdown,
    double turnover,
    double paid,
    double largest,
    Optional<DailyEffect> effect) {
  private static final double DAYS_A_YEAR = 365.25;

  static ReplayLine of(
      ReplayFlight flight, ReplayBook book, ReplayBook equal, List<LocalDate> dates) {
    double[] returns = book.returns();
    double perYear = perYear(dates);
    return new ReplayLine(
        flight,
        dates.isEmpty() ? 0 : book.equity().get(dates.size() - 1) - 1,
        TrackRecord.of(returns.length, i -> returns[i], 0),
        perYear,
        dates.isEmpty() ? 0 : Collections.max(book.depths()),
        dates.isEmpty() ? 0 : book.turned() * perYear / dates.size(),
        book.paid(),
        book.largest(),
        flight.equals(ReplayFlight.NULL) ? Optional.empty() : effect(returns, equal.returns()));
  }

  /** Of the days between the first and the last; 252 of a record of one day. */
  private static double perYear(List<LocalDate> dates) {
    long span =
        dates.size() < 2 ? 0 : dates.get(dates.size() - 1).toEpochDay() - dates.get(0).toEpochDay();
    return span == 0 ? 252 : (dates.size() - 1) * DAYS_A_YEAR / span;
  }

  private static Optional<DailyEffect> effect(double[] returns, double[] equal) {
    if (isRuin(returns) || isRuin(equal)) {
      return Optional.empty();
    }
    DailyEffect effect = DailyEffect.NONE;
    for (int i = 0; i < returns.length; i++) {
      effect = effect.next(StrictMath.log1p(returns[i]) - StrictMath.log1p(equal[i]));
    }
    return Optional.of(effect);
  }

  private static boolean isRuin(double[] returns) {
    return returns.length > 0 && returns[returns.length - 1] <= -1;
  }

  /** True if everything is lost. */
  public boolean isRuined() {
    return growth <= -1;
  }

  /** Annual Sharpe ratio, above a rate of 0. */
  public Optional<Double> sharpe() {
    return record.map(known -> known.sharpe() * Math.sqrt(perYear));
  }

  /** Standard error of the annual Sharpe ratio. */
  public Optional<Double> sharpeError() {
    return record.map(
        known ->
            Math.sqrt(perYear)
                * SampleStatistics.sharpeStandardError(known.sharpe(), known.count()));
  }

  /** The chance that the true Sharpe ratio is above 0. */
  public Optional<Double> psr() {
    return record.map(known -> ProbabilisticSharpe.against(0, known));
  }

  /** Where the true daily difference to equal weights lies. */
  public Optional<AnytimeInterval> interval() {
    return effect.flatMap(DailyEffect::interval);
  }
}
