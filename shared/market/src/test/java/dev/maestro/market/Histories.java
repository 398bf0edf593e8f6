package dev.maestro.market;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Generated bars of five minutes; the newest closes at {@link #NOW}. */
public final class Histories {
  public static final Duration LENGTH = Duration.ofMinutes(5);
  public static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  private Histories() {}

  /** Bars around these closes: each from 1 below to 1 above its close, with a volume of 100. */
  public static BarHistory ofCloses(double... closes) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      bars.add(
          new Bar(
              start(closes.length - i), closes[i], closes[i] + 1, closes[i] - 1, closes[i], 100));
    }
    return new BarHistory(LENGTH, bars);
  }

  /** Closes that change by these steps in turn, beginning at a price. */
  public static BarHistory ofSteps(int bars, double first, double... steps) {
    double[] closes = new double[bars];
    closes[0] = first;
    for (int i = 1; i < bars; i++) {
      closes[i] = closes[i - 1] + steps[(i - 1) % steps.length];
    }
    return ofCloses(closes);
  }

  /** A random walk by steps of some percent, whose bars have shadows and random volumes. */
  public static BarHistory randomWalk(SplittableRandom random, int length) {
    double drift = random.nextDouble(-0.004, 0.004);
    double close = random.nextDouble(0.001, 5000);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      double open = close;
      close = open * (1 + drift + random.nextDouble(-0.01, 0.01));
      double high = Math.max(open, close) * (1 + random.nextDouble(0.005));
      double low = Math.min(open, close) * (1 - random.nextDouble(0.005));
      bars.add(new Bar(start(length - i), open, high, low, close, random.nextDouble(1000)));
    }
    return new BarHistory(LENGTH, bars);
  }

  /** The same history with every bar changed. */
  public static BarHistory map(BarHistory history, UnaryOperator<Bar> change) {
    return new BarHistory(history.barLength(), history.bars().stream().map(change).toList());
  }

  /** All prices times a factor. */
  public static BarHistory scaled(BarHistory history, double factor) {
    return map(
        history,
        bar ->
            new Bar(
                bar.start(),
                bar.open() * factor,
                bar.high() * factor,
                bar.low() * factor,
                bar.close() * factor,
                bar.volume()));
  }

  /** Up is down: every price becomes its distance from a high level. */
  public static BarHistory mirrored(BarHistory history, double level) {
    return map(
        history,
        bar ->
            new Bar(
                bar.start(),
                level - bar.open(),
                level - bar.low(),
                level - bar.high(),
                level - bar.close(),
                bar.volume()));
  }

  /** The history followed by one more bar, which closes a bar length later. */
  public static BarHistory then(BarHistory history, Bar next) {
    List<Bar> bars = new ArrayList<>(history.bars());
    bars.add(next);
    return new BarHistory(history.barLength(), bars);
  }

  /** The last bars of a history. */
  public static BarHistory newest(BarHistory history, int count) {
    List<Bar> bars = history.bars();
    return new BarHistory(history.barLength(), bars.subList(bars.size() - count, bars.size()));
  }

  private static Instant start(int barsBeforeNow) {
    return NOW.minus(LENGTH.multipliedBy(barsBeforeNow));
  }
}
