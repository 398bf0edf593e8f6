package dev.maestro.market.strategy;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.market.IndicatorBars;
import java.time.Instant;

/** A strategy that looks at nothing but bars and what it holds; the same input, the same answer. */
public abstract class BarStrategy {
  private final int barsNeeded;

  BarStrategy(int barsNeeded) {
    this.barsNeeded = barsNeeded;
  }

  /**
   * What to do now; HOLD where the closed bars are stale or too few, for then nothing is known.
   *
   * @param history of the symbol; bars that are not closed by now are not looked at
   */
  public final Recommendation recommend(BarHistory history, HeldSide held, Instant now) {
    BarHistory closed = history.closedBy(now);
    if (closed.bars().size() < barsNeeded) {
      return Recommendation.hold(closed.bars().size() + " closed bars, needs " + barsNeeded);
    }
    if (!closed.isFreshAt(now)) {
      return Recommendation.hold("The newest bar closed more than 3 bar lengths ago");
    }
    return decide(IndicatorBars.of(closed), held);
  }

  /** The decision on bars that are fresh and enough. */
  abstract Recommendation decide(IndicatorBars bars, HeldSide held);
}
