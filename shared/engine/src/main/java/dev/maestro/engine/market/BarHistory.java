package dev.maestro.engine.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bars of one symbol, oldest first. Time between bars may be missing: markets close.
 *
 * @param barLength the period of every bar, above 0
 * @param bars with strictly growing starts
 */
public record BarHistory(Duration barLength, List<Bar> bars) {
  /** A history whose newest bar closed longer ago than this many bar lengths says nothing. */
  public static final int FRESH_BAR_LENGTHS = 3;

  /** So many of the newest bars of a symbol are kept; every figure needs fewer. */
  public static final int MOST_KEPT = 200;

  /** Checks length and order. */
  public BarHistory {
    bars = List.copyOf(bars);
    if (barLength.isZero() || barLength.isNegative()) {
      throw new IllegalArgumentException("a bar length must be above 0, got " + barLength);
    }
    for (int i = 1; i < bars.size(); i++) {
      if (!bars.get(i).start().isAfter(bars.get(i - 1).start())) {
        throw new IllegalArgumentException(
            "bars must stand in the order of distinct starts, got "
                + (bars.get(i).start() + " after " + bars.get(i - 1).start()));
      }
    }
  }

  /**
   * The history that follows the newest unusable row: what happened in it is not known, and a
   * figure that skips it could look calmer than the market was.
   *
   * @param rows oldest first; empty where a row cannot be a bar
   */
  public static BarHistory afterUnusable(Duration barLength, List<Optional<Bar>> rows) {
    List<Bar> bars = new ArrayList<>();
    for (Optional<Bar> row : rows) {
      row.ifPresentOrElse(bars::add, bars::clear);
    }
    return new BarHistory(barLength, bars);
  }

  /** The bars that were complete at a time; one that still grows would change what it says. */
  public BarHistory closedBy(Instant now) {
    int closed = bars.size();
    while (closed > 0 && closeOf(bars.get(closed - 1)).isAfter(now)) {
      closed--;
    }
    return new BarHistory(barLength, bars.subList(0, closed));
  }

  /** True if the newest bar closed at most 3 bar lengths ago. */
  public boolean isFreshAt(Instant now) {
    Duration tolerated = barLength.multipliedBy(FRESH_BAR_LENGTHS);
    return newest().filter(bar -> !closeOf(bar).plus(tolerated).isBefore(now)).isPresent();
  }

  /** The newest bar. */
  public Optional<Bar> newest() {
    return bars.isEmpty() ? Optional.empty() : Optional.of(bars.get(bars.size() - 1));
  }

  private Instant closeOf(Bar bar) {
    return bar.start().plus(barLength);
  }
}
