package dev.maestro.engine.policy;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.input.PerformanceTag;
import dev.maestro.engine.policy.input.SymbolStatistics;

/** Symbols that a test needs. */
public final class Symbols {
  private Symbols() {}

  public static SymbolStatistics symbol(
      String name, double winRate, double averageR, int trades, int losingStreak) {
    return new SymbolStatistics(
        new Symbol(name),
        Reading.of(new Fraction(winRate)),
        Reading.of(averageR),
        Reading.of(trades),
        Reading.of(losingStreak),
        Reading.absent());
  }

  public static SymbolStatistics good(String name) {
    return symbol(name, 0.6, 1.5, 20, 0);
  }

  public static SymbolStatistics bad(String name) {
    return symbol(name, 0.1, 1.5, 20, 0);
  }

  public static SymbolStatistics tagged(String name, PerformanceTag tag) {
    return new SymbolStatistics(
        new Symbol(name),
        Reading.absent(),
        Reading.absent(),
        Reading.absent(),
        Reading.absent(),
        Reading.of(tag));
  }
}
