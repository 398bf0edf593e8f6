package dev.maestro.engine.meta.shown;

import dev.maestro.engine.number.NineDecimals;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What is said of a figure of health, and what that is worth. Nothing trades by it. */
public enum HealthWord {
  /** A win rate of 60 % or more. */
  EXCELLENT(Worth.GOOD),
  /** Nothing to do. */
  GOOD(Worth.GOOD),
  /** Fewer than 3 losses in a row. */
  OK(Worth.GOOD),
  /** Equity rises by more than 0.3 % a day. */
  BULLISH(Worth.GOOD),
  /** Equity moves by 0.3 % a day at most. */
  FLAT(Worth.GOOD),
  /** Equity falls by more than 0.3 % a day: look at what loses. */
  BEARISH(Worth.WARNING),
  /** Look at it today. */
  WARNING(Worth.WARNING),
  /** Nobody knows: find out why. It may be critical, so it is worse than a warning. */
  UNKNOWN(Worth.UNKNOWN),
  /** Look at it now. */
  CRITICAL(Worth.CRITICAL);

  /** From which fall in percent on it is a warning. */
  public static final double DRAWDOWN_WARNING = 3;

  /** From which fall in percent on it is critical, and votes for DEFENSIVE. */
  public static final double DRAWDOWN_CRITICAL = 5;

  /** From which fall in percent on the mode is DEFENSIVE outright. */
  public static final double DRAWDOWN_DEFENSIVE = 7;

  /** From which win rate in percent on it is excellent. */
  public static final double WIN_RATE_EXCELLENT = 60;

  /** From which win rate in percent on it is good. */
  public static final double WIN_RATE_GOOD = 50;

  /** From which win rate in percent on it is a warning; below it, critical. */
  public static final double WIN_RATE_WARNING = 45;

  /** Percent a day, up or down, that equity has to move to be called rising or falling. */
  public static final double TREND = 0.3;

  /** From how many losses in a row on it is a warning. */
  public static final int LOSSES_WARNING = 3;

  /** From how many losses in a row on it is critical. */
  public static final int LOSSES_CRITICAL = 5;

  private final Worth worth;

  HealthWord(Worth worth) {
    this.worth = worth;
  }

  /** From best to worst. */
  private enum Worth {
    GOOD,
    WARNING,
    UNKNOWN,
    CRITICAL
  }

  /** Of a fall from the peak: good below 3 %, a warning below 5 %, else critical. */
  public static HealthWord ofDrawdown(OptionalDouble percent) {
    if (percent.isEmpty()) {
      return UNKNOWN;
    }
    double fall = NineDecimals.round(percent.getAsDouble());
    return fall < DRAWDOWN_WARNING ? GOOD : fall < DRAWDOWN_CRITICAL ? WARNING : CRITICAL;
  }

  /** Of a win rate: excellent from 60 %, good from 50 %, a warning from 45 %, else critical. */
  public static HealthWord ofWinRate(OptionalDouble fraction) {
    if (fraction.isEmpty()) {
      return UNKNOWN;
    }
    double rate = NineDecimals.round(100 * fraction.getAsDouble());
    if (rate >= WIN_RATE_EXCELLENT) {
      return EXCELLENT;
    }
    return rate >= WIN_RATE_GOOD ? GOOD : rate >= WIN_RATE_WARNING ? WARNING : CRITICAL;
  }

  /** Of the slope of equity: bullish above 0.3 % a day, bearish below -0.3 %, else flat. */
  public static HealthWord ofSlope(OptionalDouble percentPerDay) {
    if (percentPerDay.isEmpty()) {
      return UNKNOWN;
    }
    double slope = NineDecimals.round(percentPerDay.getAsDouble());
    return slope > TREND ? BULLISH : slope < -TREND ? BEARISH : FLAT;
  }

  /** Of losses in a row: ok below 3, a warning below 5, else critical. */
  public static HealthWord ofLosses(OptionalInt inARow) {
    if (inARow.isEmpty()) {
      return UNKNOWN;
    }
    int losses = inARow.getAsInt();
    return losses < LOSSES_WARNING ? OK : losses < LOSSES_CRITICAL ? WARNING : CRITICAL;
  }

  /** The worst of several, as one of good, warning, unknown and critical. */
  public static HealthWord worst(HealthWord... words) {
    Worth worst =
        Arrays.stream(words)
            .map(word -> word.worth)
            .reduce(Worth.GOOD, (one, two) -> one.compareTo(two) >= 0 ? one : two);
    return valueOf(worst.name());
  }

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
