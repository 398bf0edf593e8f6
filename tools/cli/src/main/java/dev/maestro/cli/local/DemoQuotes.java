package dev.maestro.cli.local;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Prices of made-up markets: a function of the time alone, so that nothing has to be kept. */
final class DemoQuotes {
  static final Duration BAR = Duration.ofMinutes(5);

  private static final double DAY_SWING = 0.04;
  private static final double HOUR_SWING = 0.006;
  private static final double NOISE = 0.0008;
  private static final double BARS_A_DAY_SWING = 430;
  private static final double BARS_AN_HOUR_SWING = 37;

  private final Symbol symbol;
  private final double level;

  /** A market around a price level. */
  DemoQuotes(Symbol symbol, double level) {
    this.symbol = symbol;
    this.level = level;
  }

  Symbol symbol() {
    return symbol;
  }

  /** The price at the end of the newest bar that is closed. */
  double price(Instant now) {
    return open(number(now));
  }

  /** The newest bars that are closed, oldest first. */
  List<Bar> bars(Instant now, int count) {
    List<Bar> bars = new ArrayList<>();
    long end = number(now);
    for (long number = end - count; number < end; number++) {
      double open = open(number);
      double close = open(number + 1);
      SplittableRandom random = random(~number);
      double high = Math.max(open, close) * (1 + NOISE * random.nextDouble());
      double low = Math.min(open, close) * (1 - NOISE * random.nextDouble());
      Instant start = Instant.ofEpochSecond(number * BAR.toSeconds());
      bars.add(new Bar(start, open, high, low, close, 1000 + random.nextInt(200)));
    }
    return bars;
  }

  private double open(long number) {
    double swing =
        DAY_SWING * Math.sin(number * 2 * Math.PI / BARS_A_DAY_SWING)
            + HOUR_SWING * Math.sin(number * 2 * Math.PI / BARS_AN_HOUR_SWING)
            + NOISE * random(number).nextGaussian();
    return level * Math.exp(swing);
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(number * 31 + symbol.value().hashCode());
  }

  private static long number(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), BAR.toSeconds());
  }
}
