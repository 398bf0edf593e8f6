package dev.maestro.engine.policy.stability;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.Collection;
import java.util.HashSet;

/** How alike two policies are, of 100; below 95 the difference is material. */
public final class Similarity {
  private static final int MATERIAL_BELOW = 95;
  private static final double CLOSE = 0.10;
  private static final double SMALLEST_BASE = 0.01;

  private Similarity() {}

  /**
   * Allow 20, risk profile 15, risk close 15, confidence close 15, entry 10, exit 10, allowed
   * symbols 10, disallowed symbols 5; close: |new - old| / max(old, 0.01) below 0.10.
   */
  public static int of(TradingPolicy next, TradingPolicy old) {
    return points(20, next.allowNewTrades() == old.allowNewTrades())
        + points(15, next.riskProfile() == old.riskProfile())
        + points(15, isClose(next.maxRisk().value(), old.maxRisk().value()))
        + points(15, isClose(next.minConfidence().value(), old.minConfidence().value()))
        + points(10, next.entryMode() == old.entryMode())
        + points(10, next.exitMode() == old.exitMode())
        + points(10, isSameSet(next.allowedSymbols(), old.allowedSymbols()))
        + points(5, isSameSet(next.disallowedSymbols(), old.disallowedSymbols()));
  }

  /** True if the policies differ by more than noise. */
  static boolean isMaterial(TradingPolicy next, TradingPolicy old) {
    return of(next, old) < MATERIAL_BELOW;
  }

  private static int points(int weight, boolean isAlike) {
    return isAlike ? weight : 0;
  }

  private static boolean isClose(double next, double old) {
    return Math.abs(next - old) / Math.max(old, SMALLEST_BASE) < CLOSE;
  }

  private static boolean isSameSet(Collection<Symbol> next, Collection<Symbol> old) {
    return new HashSet<>(next).equals(new HashSet<>(old));
  }
}
