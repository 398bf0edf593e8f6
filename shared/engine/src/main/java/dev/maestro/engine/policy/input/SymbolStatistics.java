package dev.maestro.engine.policy.input;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;

/**
 * The closed trades of one symbol over 30 days.
 *
 * @param winRate wins / trades
 * @param averageR mean of realized P&amp;L / amount risked
 * @param trades how many, at least 0
 * @param losingStreak newest in a row that lost, at least 0
 * @param givenTag can only tighten
 */
public record SymbolStatistics(
    Symbol symbol,
    Reading<Fraction> winRate,
    Reading<Double> averageR,
    Reading<Integer> trades,
    Reading<Integer> losingStreak,
    Reading<PerformanceTag> givenTag) {
  private static final double GOOD_WIN_RATE = 0.55;
  private static final double GOOD_AVERAGE_R = 1.2;

  /** The tag to show: the given one (BAD if unreadable), else derived from the figures. */
  public PerformanceTag tag() {
    if (givenTag.isGiven()) {
      return givenTag.value().orElse(PerformanceTag.BAD);
    }
    boolean good =
        winRate.value().filter(rate -> rate.value() > GOOD_WIN_RATE).isPresent()
            && averageR.value().filter(average -> average > GOOD_AVERAGE_R).isPresent();
    return good ? PerformanceTag.GOOD : PerformanceTag.NEUTRAL;
  }
}
