package dev.maestro.engine.journal;

import dev.maestro.engine.journal.WindowChange.Effect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest trades of one agent, by closed_at and then trade id, at most {@code capacity}; a
 * value, and no journal: what fell out is forgotten.
 *
 * <p>A window that is not full holds every usable trade of its agent. As long as no change says
 * {@link Effect#NEEDS_REBUILD}, a window equals the one rebuilt from the whole journal.
 */
public final class TradeWindow {
  private static final Comparator<WindowTrade> OLDEST_FIRST =
      Comparator.comparing(WindowTrade::closedAt).thenComparing(WindowTrade::tradeId);

  private static final WindowTrade[] NONE = {};

  private final int capacity;
  private final WindowTrade[] trades;

  private TradeWindow(int capacity, WindowTrade[] oldestFirst) {
    this.capacity = capacity;
    this.trades = oldestFirst;
  }

  /** A window without trades. */
  public static TradeWindow empty(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a window holds at least 1 trade, got " + capacity);
    }
    return new TradeWindow(capacity, NONE);
  }

  /** The window over all given trades, in any order; trade ids are distinct. */
  public static TradeWindow rebuild(int capacity, Collection<WindowTrade> trades) {
    WindowTrade[] sorted = trades.toArray(NONE);
    Arrays.sort(sorted, OLDEST_FIRST);
    int surplus = Math.max(0, sorted.length - empty(capacity).capacity);
    return new TradeWindow(capacity, Arrays.copyOfRange(sorted, surplus, sorted.length));
  }

  /** Sets a trade to the given values, whether it is in the window or not. */
  public WindowChange put(WindowTrade trade) {
    int at = indexOf(trade.tradeId());
    if (at < 0) {
      return insert(trade);
    }
    if (trades[at].hasSameValues(trade)) {
      return WindowChange.of(this, Effect.UNCHANGED);
    }
    boolean staysComplete = !isFull() || !trade.isOlderThan(trades[0]);
    TradeWindow corrected = without(at).insert(trade).window();
    return WindowChange.of(corrected, staysComplete ? Effect.CORRECTED : Effect.NEEDS_REBUILD);
  }

  /** Inserts a trade whose id is not in the window; the caller knows that. */
  WindowChange insert(WindowTrade trade) {
    int at = placeOf(trade);
    if (isFull()) {
      return at == 0 ? WindowChange.of(this, Effect.TOO_OLD) : insertAndEvict(trade, at);
    }
    WindowTrade[] next = new WindowTrade[trades.length + 1];
    System.arraycopy(trades, 0, next, 0, at);
    next[at] = trade;
    System.arraycopy(trades, at, next, at + 1, trades.length - at);
    return WindowChange.of(new TradeWindow(capacity, next), Effect.INSERTED);
  }

  private WindowChange insertAndEvict(WindowTrade trade, int at) {
    WindowTrade[] next = new WindowTrade[trades.length];
    System.arraycopy(trades, 1, next, 0, at - 1);
    next[at - 1] = trade;
    System.arraycopy(trades, at, next, at, trades.length - at);
    return new WindowChange(
        new TradeWindow(capacity, next), Effect.INSERTED, Optional.of(trades[0]));
  }

  /** Takes a trade out. */
  public WindowChange remove(String tradeId) {
    int at = indexOf(tradeId);
    if (at < 0) {
      return WindowChange.of(this, Effect.UNCHANGED);
    }
    return WindowChange.of(without(at), isFull() ? Effect.NEEDS_REBUILD : Effect.REMOVED);
  }

  /** Most trades it can hold. */
  public int capacity() {
    return capacity;
  }

  /** Trades it holds, 0 to capacity. */
  public int size() {
    return trades.length;
  }

  /** True if older trades may exist outside. */
  public boolean isFull() {
    return trades.length == capacity;
  }

  /** The trade at a place, 0 being the oldest. */
  public WindowTrade get(int index) {
    return trades[index];
  }

  /** The newest trade. */
  public Optional<WindowTrade> newest() {
    return trades.length == 0 ? Optional.empty() : Optional.of(trades[trades.length - 1]);
  }

  /** All trades, oldest first. */
  public List<WindowTrade> trades() {
    return List.of(trades);
  }

  /** What was earned on each UTC day on which a trade was closed, account currency. */
  public SortedMap<LocalDate, Double> dailyPnl() {
    SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>();
    for (WindowTrade trade : trades) {
      sums.merge(
          LocalDate.ofInstant(trade.closedAt(), ZoneOffset.UTC),
          trade.realizedPnl(),
          BigDecimal::add);
    }
    SortedMap<LocalDate, Double> pnl = new TreeMap<>();
    sums.forEach((day, sum) -> pnl.put(day, sum.doubleValue()));
    return pnl;
  }

  /** True if both hold the same trades, however their decimals are written. */
  boolean hasSameValues(TradeWindow other) {
    if (capacity != other.capacity || trades.length != other.trades.length) {
      return false;
    }
    for (int i = 0; i < trades.length; i++) {
      if (!trades[i].hasSameValues(other.trades[i])) {
        return false;
      }
    }
    return true;
  }

  /** How many trades come before the given one. */
  private int placeOf(WindowTrade trade) {
    int place = trades.length;
    while (place > 0 && trade.isOlderThan(trades[place - 1])) {
      place--;
    }
    return place;
  }

  private int indexOf(String tradeId) {
    for (int i = trades.length - 1; i >= 0; i--) {
      if (trades[i].tradeId().equals(tradeId)) {
        return i;
      }
    }
    return -1;
  }

  private TradeWindow without(int at) {
    WindowTrade[] rest = new WindowTrade[trades.length - 1];
    System.arraycopy(trades, 0, rest, 0, at);
    System.arraycopy(trades, at + 1, rest, at, rest.length - at);
    return new TradeWindow(capacity, rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TradeWindow window
        && capacity == window.capacity
        && Arrays.equals(trades, window.trades);
  }

  @Override
  public int hashCode() {
    return 31 * capacity + Arrays.hashCode(trades);
  }

  @Override
  public String toString() {
    return "TradeWindow" + Arrays.toString(trades) + " of " + capacity;
  }
}
