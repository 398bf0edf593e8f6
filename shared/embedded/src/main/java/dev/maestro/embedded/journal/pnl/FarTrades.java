package dev.maestro.embedded.journal.pnl;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trades whose P&amp;L is several times what their own prices say, each for itself: one future or
 * option among shares is too few for a common factor and far too much for its weight.
 */
public final class FarTrades {
  /** Below it partial fills and averaged prices explain a difference. */
  private static final double TIMES = 3;

  /** Dividends, funding and interest of a holding stay below this part of what was traded. */
  private static final double INCOME = 0.01;

  private static final int MOST_SYMBOLS = 1_000;

  private final Map<String, Double> firstTimes = new TreeMap<>();

  void add(String instrument, boolean isAgreed, double pnl, double move, double turnover) {
    boolean isFar =
        !isAgreed
            && (pnl > 0) == (move > 0)
            && Math.abs(pnl) >= TIMES * Math.abs(move)
            && Math.abs(pnl - move) > INCOME * turnover;
    if (isFar && firstTimes.size() < MOST_SYMBOLS) {
      firstTimes.putIfAbsent(instrument, pnl / move);
    }
  }

  /**
   * The symbols that have such trades, in order, and how many times its prices the first of each
   * has.
   *
   * @param named those of which a person is told already
   */
  public Map<String, Double> without(Collection<String> named) {
    Map<String, Double> rest = new TreeMap<>(firstTimes);
    rest.keySet().removeAll(named);
    return rest;
  }
}
