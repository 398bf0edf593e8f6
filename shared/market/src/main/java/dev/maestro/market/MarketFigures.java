package dev.maestro.market;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ta4j.core.indicators.ATRIndicator;

/**
 * What closed, fresh bars say; a figure is empty where they are too few for it.
 *
 * @param efficiencyRatio over 20 changes: net change / way travelled, 0..1; Kaufman (1995),
 *     "Smarter Trading"; empty too if no close differs from the one before
 * @param movement ADX(14) and its parts
 * @param atrToPrice ATR(14) / newest close, a fraction
 * @param volumeToMean newest volume / mean of the 20 before it; empty too if that mean is 0
 */
public record MarketFigures(
    OptionalDouble efficiencyRatio,
    Optional<DirectionalMovement> movement,
    OptionalDouble atrToPrice,
    OptionalDouble volumeToMean) {

  /** Nothing is known. */
  public static final MarketFigures UNKNOWN =
      new MarketFigures(
          OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  private static final int LOOKBACK = 20;

  private static final int ATR_PERIOD = 14;

  /** The figures at a time; all unknown if the newest closed bar is stale. */
  public static MarketFigures of(BarHistory history, Instant now) {
    BarHistory closed = history.closedBy(now);
    if (!closed.isFreshAt(now)) {
      return UNKNOWN;
    }
    IndicatorBars bars = IndicatorBars.of(closed);
    return new MarketFigures(
        efficiencyRatio(closed.bars()),
        DirectionalMovement.of(bars),
        atrToPrice(bars, closed),
        volumeToMean(closed.bars()));
  }

  private static OptionalDouble efficiencyRatio(List<Bar> bars) {
    int newest = bars.size() - 1;
    if (newest < LOOKBACK) {
      return OptionalDouble.empty();
    }
    double way = 0;
    for (int i = newest - LOOKBACK + 1; i <= newest; i++) {
      way += Math.abs(bars.get(i).close() - bars.get(i - 1).close());
    }
    double progress = Math.abs(bars.get(newest).close() - bars.get(newest - LOOKBACK).close());
    return way > 0 ? OptionalDouble.of(progress / way) : OptionalDouble.empty();
  }

  /** Each of the 14 true ranges needs the close before it. */
  private static OptionalDouble atrToPrice(IndicatorBars bars, BarHistory closed) {
    if (bars.size() <= ATR_PERIOD) {
      return OptionalDouble.empty();
    }
    double atr = bars.newestPrice(new ATRIndicator(bars.series(), ATR_PERIOD));
    return OptionalDouble.of(atr / closed.newest().orElseThrow().close());
  }

  private static OptionalDouble volumeToMean(List<Bar> bars) {
    int newest = bars.size() - 1;
    if (newest < LOOKBACK) {
      return OptionalDouble.empty();
    }
    double mean =
        bars.subList(newest - LOOKBACK, newest).stream()
            .mapToDouble(bar -> bar.volume() / LOOKBACK)
            .sum();
    return mean > 0 ? OptionalDouble.of(bars.get(newest).volume() / mean) : OptionalDouble.empty();
  }
}
