package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.input.SymbolStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the closed trades of 30 days say of each symbol. */
final class SymbolFigures {
  private static final Duration WINDOW = Duration.ofDays(30);

  private SymbolFigures() {}

  /** The statistics of every symbol that was named, in alphabetical order. */
  static List<SymbolStatistics> of(RollingTrades trades, Instant now) {
    SortedMap<Symbol, List<ClosedTrade>> bySymbol = new TreeMap<>();
    Instant from = now.minus(WINDOW);
    for (ClosedTrade trade : trades.recent().newestFirst()) {
      if (!trade.closedAt().isBefore(from)) {
        trade
            .symbol()
            .ifPresent(
                symbol -> bySymbol.computeIfAbsent(symbol, s -> new ArrayList<>()).add(trade));
      }
    }
    return bySymbol.entrySet().stream()
        .map(entry -> statistics(entry.getKey(), ClosedTrades.of(entry.getValue())))
        .toList();
  }

  /** Break-even is no win; R counts where a trade says what it risked. */
  private static SymbolStatistics statistics(Symbol symbol, ClosedTrades trades) {
    long wins = trades.newestFirst().stream().filter(ClosedTrade::isWin).count();
    return new SymbolStatistics(
        symbol,
        Reading.of(new Fraction((double) wins / trades.size())),
        averageR(trades.averageR()),
        Reading.of(trades.size()),
        Reading.of(trades.consecutiveLosses()),
        Reading.absent());
  }

  private static Reading<Double> averageR(OptionalDouble average) {
    if (average.isEmpty()) {
      return Reading.absent();
    }
    return Double.isFinite(average.getAsDouble())
        ? Reading.of(average.getAsDouble())
        : Reading.unreadable();
  }
}
