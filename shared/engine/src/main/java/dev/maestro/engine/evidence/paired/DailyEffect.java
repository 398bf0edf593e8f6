package dev.maestro.engine.evidence.paired;

import java.util.Optional;

/**
 * Daily differences between two ways of doing the same thing, as far as their mean and swing are
 * concerned. In any unit: log growth, dollars. A day on which the difference is unknown is not
 * taken; it is no day of 0.
 *
 * @param days taken so far
 * @param mean of a day
 * @param squares sum of the squared deviations from the mean, at least 0
 */
public record DailyEffect(int days, double mean, double squares) {
  /** Before the first day. */
  public static final DailyEffect NONE = new DailyEffect(0, 0, 0);

  /** Refuses what no days can leave behind. */
  public DailyEffect {
    if (days < 0 || !Double.isFinite(mean) || !(squares >= 0) || Double.isInfinite(squares)) {
      throw new IllegalArgumentException(
          "an effect must have days and squares of at least 0 and a finite mean, got %d, %s, %s"
              .formatted(days, squares, mean));
    }
  }

  /**
   * One day more (Welford 1962).
   *
   * @param difference of the day, finite
   */
  public DailyEffect next(double difference) {
    double distance = difference - mean;
    double moved = mean + distance / (days + 1);
    return new DailyEffect(days + 1, moved, squares + distance * (difference - moved));
  }

  /** The mean with its 95 % interval; empty while nothing can be said. */
  public Optional<AnytimeInterval> interval() {
    return AnytimeInterval.of(this);
  }
}
