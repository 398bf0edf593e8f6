package dev.maestro.engine.twin.value;

import dev.maestro.engine.evidence.paired.AnytimeInterval;
import dev.maestro.engine.evidence.paired.DailyEffect;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.twin.TwinPart;
import java.util.Locale;
import java.util.Optional;

/**
 * What one part of Maestro was worth.
 *
 * @param money that it has made, whole cents, below 0 if it has cost some
 * @param perMonth the same per month of 365.25 / 12 days; empty during the first day
 * @param daily what it makes on a day with exposure
 */
public record PartValue(TwinPart part, Money money, Optional<Money> perMonth, DailyEffect daily) {
  /** Where its true daily effect lies, however often one looks; empty: nobody can say. */
  public Optional<AnytimeInterval> interval() {
    return daily.interval();
  }

  /** Whether anything is shown, in one sentence for people. */
  public String sentence() {
    String days = daily.days() == 1 ? "1 day" : daily.days() + " days";
    if (daily.days() > 0 && daily.mean() == 0 && daily.squares() == 0) {
      return "It has made no difference yet, in " + days + ".";
    }
    return interval()
        .map(interval -> verdict(interval) + ", in " + days + ".")
        .orElse("Too early to tell, after " + days + " with exposure.");
  }

  private String verdict(AnytimeInterval interval) {
    String range =
        String.format(Locale.ROOT, "%.2f and %.2f a day", interval.low(), interval.high());
    if (interval.isLoss()) {
      return part.name() + " is shown to cost money: between " + range;
    }
    return interval.isGain()
        ? part.name() + " is shown to earn money: between " + range
        : "Not shown either way: between " + range;
  }
}
