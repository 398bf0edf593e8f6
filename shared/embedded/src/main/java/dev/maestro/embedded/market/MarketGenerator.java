package dev.maestro.embedded.market;

import dev.maestro.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bars of one generated symbol; the same seed gives the same bars. */
public final class MarketGenerator {
  private MarketGenerator() {}

  /**
   * Generates the bars of all phases, one after the other.
   *
   * @param price at the start, above 0
   */
  public static List<Bar> generate(
      long seed, double price, Instant start, Duration barLength, List<MarketPhase> phases) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bar> bars = new ArrayList<>();
    double open = price;
    for (MarketPhase phase : phases) {
      for (int i = 0; i < phase.bars(); i++) {
        double change = phase.drift() + phase.noise() * random.nextGaussian();
        double close = open * Math.max(0.5, 1 + change);
        double high = Math.max(open, close) * (1 + phase.range() * random.nextDouble());
        double low = Math.min(open, close) * (1 - phase.range() * random.nextDouble());
        Instant time = start.plus(barLength.multipliedBy(bars.size()));
        bars.add(new Bar(time, open, high, low, close, 1000 + random.nextInt(200)));
        open = close;
      }
    }
    return bars;
  }
}
