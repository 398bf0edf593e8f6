package dev.maestro.engine.meta.health;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A tenant's closed trades as far as health and statistics need them: those of the last 30 days, at
 * least the newest 200, and a summary of the older ones; a value, and no journal.
 *
 * <p>Its figures equal those of the whole journal, but for trades that are added or corrected when
 * trades as old as they are have been dropped: those wait for the next rebuild.
 *
 * @param recent the trades kept
 * @param older what is known of the others
 */
public record RollingTrades(ClosedTrades recent, OlderTrades older) {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int KEPT_AT_LEAST = 200;

  /** Checks that nothing is called older that is newer than what is kept. */
  public RollingTrades {
    if (recent.size() > 0 && older.reachesBeyond(oldest(recent))) {
      throw new IllegalArgumentException(
          "older trades must be closed before those that are kept, got "
              + older.last().orElseThrow()
              + " and "
              + oldest(recent));
    }
  }

  /** No trades. */
  public static final RollingTrades EMPTY =
      new RollingTrades(ClosedTrades.of(List.of()), OlderTrades.NONE);

  /** From the whole journal. */
  public static RollingTrades rebuild(Collection<ClosedTrade> journal, Instant now) {
    return EMPTY.with(journal, now);
  }

  /** With trades closed since, or corrected; one with a known id takes the other's place. */
  public RollingTrades with(Collection<ClosedTrade> trades, Instant now) {
    Map<String, ClosedTrade> byId = new TreeMap<>();
    recent.newestFirst().forEach(trade -> byId.put(trade.tradeId(), trade));
    trades.stream()
        .filter(trade -> !older.reachTo(trade.closedAt()))
        .forEach(trade -> byId.put(trade.tradeId(), trade));
    List<ClosedTrade> newestFirst = ClosedTrades.of(byId.values()).newestFirst();
    Instant keptFrom = now.minus(KEPT);
    int kept = Math.min(KEPT_AT_LEAST, newestFirst.size());
    while (kept < newestFirst.size() && !newestFirst.get(kept).closedAt().isBefore(keptFrom)) {
      kept++;
    }
    return dropBeyond(kept, newestFirst);
  }

  /**
   * The same with at most so many trades kept, for a store that cannot hold more. If that drops
   * trades of the last 30 days, {@link #isCompleteAt} says so.
   *
   * @param trades 200 or more, which the win rate needs
   */
  public RollingTrades keepingAtMost(int trades) {
    if (trades < KEPT_AT_LEAST) {
      throw new IllegalArgumentException(
          "at least " + KEPT_AT_LEAST + " trades must be kept, got " + trades);
    }
    return recent.size() <= trades ? this : dropBeyond(trades, recent.newestFirst());
  }

  /** True if every trade of the 30 days before now is kept. */
  public boolean isCompleteAt(Instant now) {
    return older.last().filter(last -> !last.isBefore(now.minus(KEPT))).isEmpty();
  }

  private static Instant oldest(ClosedTrades kept) {
    return kept.newestFirst().get(kept.size() - 1).closedAt();
  }

  private RollingTrades dropBeyond(int kept, List<ClosedTrade> newestFirst) {
    OlderTrades dropped = older;
    for (int i = newestFirst.size() - 1; i >= kept; i--) {
      dropped = dropped.with(newestFirst.get(i));
    }
    return new RollingTrades(
        ClosedTrades.of(new ArrayList<>(newestFirst.subList(0, kept))), dropped);
  }

  /** Wins / trades over the newest 200, a fraction; empty below 10 trades. */
  public OptionalDouble winRate() {
    return recent.winRate();
  }

  /** The newest trades that lost, up to the first that did not; without a ceiling. */
  public int consecutiveLosses() {
    int losses = recent.consecutiveLosses();
    return losses < recent.size() ? losses : losses + older.endingLosses();
  }

  /** The newest trades kept that won, up to the first that did not. */
  public int consecutiveWins() {
    return recent.consecutiveWins();
  }

  /** Whole days since the newest win; if never, since the first trade; empty without trades. */
  public OptionalInt daysSinceProfit(Instant now) {
    Optional<Instant> since =
        recent.lastProfit().or(older::lastProfit).or(older::first).or(recent::first);
    return since.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.max(0, Duration.between(since.get(), now).toDays()));
  }

  /** What was realized by trades closed before a time of the last 30 days, in account currency. */
  public BigDecimal realizedBefore(Instant time) {
    return recent.newestFirst().stream()
        .filter(trade -> trade.closedAt().isBefore(time))
        .map(ClosedTrade::realizedPnl)
        .reduce(older.realizedPnl(), BigDecimal::add);
  }
}
