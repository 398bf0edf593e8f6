package dev.maestro.engine.meta.health;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.ExactRatio;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Closed trades in a fixed order, newest first by closed_at and then trade id; a value. */
public final class ClosedTrades {
  private static final int WIN_RATE_TRADES = 200;
  private static final int WIN_RATE_MIN_TRADES = 10;

  private final List<ClosedTrade> newestFirst;

  private ClosedTrades(List<ClosedTrade> newestFirst) {
    this.newestFirst = newestFirst;
  }

  /** These trades, given in any order. */
  public static ClosedTrades of(Collection<ClosedTrade> trades) {
    return new ClosedTrades(trades.stream().sorted(ClosedTrade.NEWEST_FIRST).toList());
  }

  /** The trades closed from {@code from} to {@code to}, both inclusive. */
  public ClosedTrades within(Instant from, Instant to) {
    return new ClosedTrades(
        newestFirst.stream()
            .filter(trade -> !trade.closedAt().isBefore(from) && !trade.closedAt().isAfter(to))
            .toList());
  }

  /** The trades of each strategy, by its id; those of nobody are in none. */
  public SortedMap<StrategyId, ClosedTrades> byStrategy() {
    return newestFirst.stream()
        .filter(trade -> trade.strategyId().isPresent())
        .collect(
            Collectors.groupingBy(
                trade -> trade.strategyId().orElseThrow(),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    trades -> new ClosedTrades(Collections.unmodifiableList(trades)))));
  }

  /** All of them, newest first. */
  public List<ClosedTrade> newestFirst() {
    return newestFirst;
  }

  /** How many there are. */
  public int size() {
    return newestFirst.size();
  }

  /** Wins / trades over the newest 200, a fraction; empty below 10 trades. */
  public OptionalDouble winRate() {
    int counted = Math.min(size(), WIN_RATE_TRADES);
    if (counted < WIN_RATE_MIN_TRADES) {
      return OptionalDouble.empty();
    }
    long wins = newestFirst.stream().limit(counted).filter(ClosedTrade::isWin).count();
    return OptionalDouble.of((double) wins / counted);
  }

  /** The newest trades that lost, up to the first that did not; without a ceiling. */
  public int consecutiveLosses() {
    return (int) newestFirst.stream().takeWhile(ClosedTrade::isLoss).count();
  }

  /** The newest trades that won, up to the first that did not. */
  public int consecutiveWins() {
    return (int) newestFirst.stream().takeWhile(ClosedTrade::isWin).count();
  }

  /** The mean of P&amp;L / risk amount over the trades that have one; empty if none has. */
  public OptionalDouble averageR() {
    return newestFirst.stream()
        .filter(trade -> trade.riskAmount().isPresent())
        .mapToDouble(trade -> ExactRatio.of(trade.realizedPnl(), trade.riskAmount().orElseThrow()))
        .average();
  }

  /** When the newest win was closed. */
  Optional<Instant> lastProfit() {
    return newestFirst.stream().filter(ClosedTrade::isWin).findFirst().map(ClosedTrade::closedAt);
  }

  /** When the oldest trade was closed. */
  Optional<Instant> first() {
    return newestFirst.isEmpty()
        ? Optional.empty()
        : Optional.of(newestFirst.get(newestFirst.size() - 1).closedAt());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClosedTrades trades && newestFirst.equals(trades.newestFirst);
  }

  @Override
  public int hashCode() {
    return newestFirst.hashCode();
  }

  @Override
  public String toString() {
    return "ClosedTrades" + newestFirst;
  }
}
