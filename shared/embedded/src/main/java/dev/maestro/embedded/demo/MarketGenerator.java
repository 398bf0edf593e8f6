package dev.maestro.embedded.demo;

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
   * The bars of all phases, one after the other; the last one ends where the first one began, as
   * what is missing is spread evenly over all of them.
   *
   * @param price at the start, above 0
   */
  static List<Bar> loop(
      long seed, double price, Instant start, Duration barLength, List<MarketPhase> phases) {
    List<Bar> bars = generate(seed, price, start, barLength, phases);
    double perBar = StrictMath.log(price / bars.get(bars.size() - 1).close()) / bars.size();
    List<Bar> loop = new ArrayList<>(bars.size());
    for (int number = 0; number < bars.size(); number++) {
      Bar bar = bars.get(number);
      double before = StrictMath.exp(perBar * number);
      double after = StrictMath.exp(perBar * (number + 1));
      loop.add(
          new Bar(
              bar.start(),
              bar.open() * before,
              bar.high() * Math.max(before, after),
              bar.low() * Math.min(before, after),
              bar.close() * after,
              bar.volume()));
    }
    return loop;
  }

  private static List<Bar> generate(
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
