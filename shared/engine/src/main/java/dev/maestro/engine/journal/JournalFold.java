package dev.maestro.engine.journal;

import dev.maestro.engine.journal.WindowChange.Effect;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folds the rows of a file or list into windows; not for the stored journal, whose documents are
 * read as they are now ({@link AgentWindows}).
 *
 * <p>A later row with the same trade id is a correction and takes back an earlier rejection of that
 * id; a later unusable row is rejected and the earlier one stands; a later open row changes
 * nothing.
 *
 * <p>The memory is that of the windows and the kept rejections, whatever the length of the journal.
 * The price: when a correction frees a place in a full window, the rows that could fill it are
 * gone, and the journal has to be read once more, now knowing which rows are superseded:
 *
 * <pre>{@code
 * do {
 *   fold.startPass();
 *   rows.forEach(fold::add);
 * } while (fold.needsAnotherPass());
 * }</pre>
 *
 * Each further pass knows at least one more corrected trade, so this ends; a journal without such
 * corrections needs one pass.
 */
public final class JournalFold {
  private final int capacity;
  private final Set<String> configuredAgents;

  private final Map<String, TradeWindow> windows = new HashMap<>();
  private final Map<String, Owner> ownerOfTrade = new HashMap<>();
  private final Rejection.Log rejections = new Rejection.Log();
  private final Map<String, Long> lastRowOfCorrected = new HashMap<>();

  private final Set<String> changedTrades = new HashSet<>();

  private boolean incomplete;
  private long row;
  private long usableRows;
  private long corrections;
  private long repeats;

  /** Whose trade it is and what it traded; another of either under the same id is suspicious. */
  private record Owner(String agent, String instrument) {}

  /**
   * An empty fold.
   *
   * @param capacity trades per window
   * @param agents the agents that count; empty: every one
   */
  public JournalFold(int capacity, Collection<String> agents) {
    this.capacity = TradeWindow.empty(capacity).capacity();
    this.configuredAgents = Set.copyOf(agents);
  }

  /** Starts at the first row; what earlier passes learned about corrections is kept. */
  public void startPass() {
    windows.clear();
    ownerOfTrade.clear();
    rejections.clear();
    incomplete = false;
    row = 0;
    usableRows = 0;
    corrections = 0;
    repeats = 0;
  }

  /** Adds the next row, which stands at the given line of its file. */
  public void add(TradeReading reading, long line) {
    add(reading, line, "");
  }

  /**
   * Adds the next row.
   *
   * @param instrument what was traded; blank if nobody says it
   */
  public void add(TradeReading reading, long line, String instrument) {
    row++;
    if (reading instanceof TradeReading.Usable usable) {
      usableRows++;
      addUsable(usable.trade(), instrument);
    } else if (reading instanceof TradeReading.Rejected rejected) {
      rejections.add(rejected, line);
    }
  }

  /** True if the rows have to be read again from the first. */
  public boolean needsAnotherPass() {
    return incomplete;
  }

  /** The windows of the agents that have a usable trade, by agent. */
  public SortedMap<String, TradeWindow> windows() {
    SortedMap<String, TradeWindow> filled = new TreeMap<>(windows);
    filled.values().removeIf(window -> window.size() == 0);
    return filled;
  }

  /** One rejection per trade id, in the order in which they came, as far as they are kept. */
  public List<Rejection> rejections() {
    return rejections.kept();
  }

  /** How many rejections stand, those that are not kept too; 0 or more. */
  public long rejectionCount() {
    return rejections.count();
  }

  /** Rows of this pass that were usable, corrections included. */
  public long usableRows() {
    return usableRows;
  }

  /** Rows of this pass that took the place of an earlier one which a window held. */
  public long corrections() {
    return corrections;
  }

  /** Rows of this pass that say again what a window holds of their trade. */
  public long repeats() {
    return repeats;
  }

  /** Trades that a row gave another agent or another symbol. */
  public long changedCorrections() {
    return changedTrades.size();
  }

  private void addUsable(Trade trade, String instrument) {
    if (isSuperseded(trade.tradeId())) {
      corrections++;
      return;
    }
    rejections.takeBack(trade.tradeId());
    Owner before = ownerOfTrade.get(trade.tradeId());
    Owner owner = new Owner(trade.agentId(), instrument);
    if (before != null) {
      corrections++;
      if (!before.equals(owner)) {
        changedTrades.add(trade.tradeId());
      }
    }
    boolean isHis = before != null && before.agent().equals(owner.agent());
    if (before != null && !isHis) {
      ownerOfTrade.remove(trade.tradeId());
      accept(before.agent(), trade.tradeId(), windowOf(before.agent()).remove(trade.tradeId()));
    }
    if (configuredAgents.isEmpty() || configuredAgents.contains(trade.agentId())) {
      put(trade, owner, isHis);
    }
  }

  private void put(Trade trade, Owner owner, boolean present) {
    TradeWindow window = windowOf(trade.agentId());
    WindowTrade kept = WindowTrade.of(trade);
    WindowChange change = present ? window.put(kept) : window.insert(kept);
    if (present && change.effect() == Effect.UNCHANGED) {
      corrections--;
      repeats++;
    }
    change.evicted().ifPresent(evicted -> ownerOfTrade.remove(evicted.tradeId()));
    if (change.effect() == Effect.INSERTED) {
      ownerOfTrade.put(trade.tradeId(), owner);
    }
    accept(trade.agentId(), trade.tradeId(), change);
  }

  private void accept(String agent, String tradeId, WindowChange change) {
    windows.put(agent, change.window());
    if (change.effect() == Effect.NEEDS_REBUILD) {
      lastRowOfCorrected.put(tradeId, row);
      incomplete = true;
    }
  }

  /** True if a later row is known to say something else about this trade. */
  private boolean isSuperseded(String tradeId) {
    Long last = lastRowOfCorrected.get(tradeId);
    if (last == null) {
      return false;
    }
    lastRowOfCorrected.put(tradeId, Math.max(last, row));
    return row < last;
  }

  private TradeWindow windowOf(String agent) {
    TradeWindow window = windows.get(agent);
    return window == null ? TradeWindow.empty(capacity) : window;
  }
}
