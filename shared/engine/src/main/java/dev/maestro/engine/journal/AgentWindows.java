package dev.maestro.engine.journal;

import dev.maestro.engine.journal.WindowChange.Effect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The windows and rejections of one user's stored journal; a value.
 *
 * <p>It takes the state of a trade's document as it is now, so the order, repetition and delay of
 * the news about it cannot matter.
 *
 * @param capacity trades per window
 * @param byAgent the windows, by agent; an agent without a usable trade has none
 * @param rejections the unusable documents by trade id, in the order in which they came; at most
 *     {@value #MAX_REJECTIONS}, so that what is stored stays bounded: older ones are forgotten and
 *     not counted any more
 */
public record AgentWindows(
    int capacity, SortedMap<String, TradeWindow> byAgent, Map<String, Rejection> rejections) {
  /** Rejected trades that are remembered. */
  public static final int MAX_REJECTIONS = 2000;

  /** Trades in the windows of one document, agents x lookback: more may not fit into it. */
  public static final int MAX_TRADES = 4000;

  /**
   * The result of one nudge.
   *
   * @param windows the state to store
   * @param isChanged false: nothing to write, no new revision
   * @param agentsToRebuild the agents whose window only the journal can complete
   */
  public record Update(
      AgentWindows windows, boolean isChanged, SortedSet<String> agentsToRebuild) {}

  /** Keeps its own copies, and no empty windows. */
  public AgentWindows {
    SortedMap<String, TradeWindow> filled = new TreeMap<>(byAgent);
    filled.values().removeIf(window -> window.size() == 0);
    byAgent = Collections.unmodifiableSortedMap(filled);
    Map<String, Rejection> newest = new LinkedHashMap<>();
    long forgotten = Math.max(0, rejections.size() - MAX_REJECTIONS);
    rejections.entrySet().stream()
        .skip(forgotten)
        .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
    rejections = Collections.unmodifiableMap(newest);
  }

  /** A journal without trades. */
  public static AgentWindows empty(int capacity) {
    return new AgentWindows(
        TradeWindow.empty(capacity).capacity(), new TreeMap<>(), new LinkedHashMap<>());
  }

  /** These windows cut to a capacity that is not larger, and to the agents that count. */
  public AgentWindows narrowed(int smaller, Set<String> configured) {
    SortedMap<String, TradeWindow> kept = new TreeMap<>();
    byAgent.forEach(
        (agent, window) -> {
          if (configured.isEmpty() || configured.contains(agent)) {
            kept.put(agent, TradeWindow.rebuild(smaller, window.trades()));
          }
        });
    return new AgentWindows(smaller, kept, rejections);
  }

  /** True if both say the same, however their decimals are written. */
  public boolean hasSameValues(AgentWindows other) {
    return capacity == other.capacity
        && byAgent.keySet().equals(other.byAgent.keySet())
        && byAgent.entrySet().stream()
            .allMatch(
                entry ->
                    entry
                        .getValue()
                        .hasSameValues(
                            other.byAgent.getOrDefault(
                                entry.getKey(), TradeWindow.empty(capacity))))
        && rejections.equals(other.rejections);
  }

  /** This journal with the windows of some agents replaced by those read from the journal. */
  public AgentWindows withRebuilt(Map<String, TradeWindow> read) {
    SortedMap<String, TradeWindow> next = new TreeMap<>(byAgent);
    next.putAll(read);
    return new AgentWindows(capacity, next, rejections);
  }

  /**
   * Applies a trade as it is now: usable trades are inserted or corrected; trades that are open,
   * missing, unusable or of another agent are taken out.
   *
   * @param tradeId the id of the trade's document, under which the window keeps it: of a document
   *     that is gone nothing else is known
   * @param configured the agents that count; empty: every one
   */
  public Update apply(String tradeId, TradeReading now, Set<String> configured) {
    SortedMap<String, TradeWindow> next = new TreeMap<>(byAgent);
    Map<String, Rejection> listed = new LinkedHashMap<>(rejections);
    SortedSet<String> rebuild = new TreeSet<>();
    boolean changed;
    if (now instanceof TradeReading.Rejected rejected) {
      Rejection rejection = Rejection.ofDocument(tradeId, rejected.reason());
      changed = !rejection.equals(listed.get(tradeId));
      if (changed) {
        listed.remove(tradeId);
        listed.put(tradeId, rejection);
      }
    } else {
      changed = listed.remove(tradeId) != null;
    }
    String owner = "";
    if (now instanceof TradeReading.Usable usable
        && (configured.isEmpty() || configured.contains(usable.trade().agentId()))) {
      owner = usable.trade().agentId();
      TradeWindow window = next.getOrDefault(owner, TradeWindow.empty(capacity));
      changed |= settle(next, owner, window.put(WindowTrade.of(tradeId, usable.trade())), rebuild);
    }
    for (String other : byAgent.keySet()) {
      if (!other.equals(owner)) {
        changed |= settle(next, other, byAgent.get(other).remove(tradeId), rebuild);
      }
    }
    return new Update(new AgentWindows(capacity, next, listed), changed, rebuild);
  }

  private static boolean settle(
      SortedMap<String, TradeWindow> next,
      String agent,
      WindowChange change,
      SortedSet<String> rebuild) {
    if (change.isChanged()) {
      next.put(agent, change.window());
    }
    if (change.effect() == Effect.NEEDS_REBUILD) {
      rebuild.add(agent);
    }
    return change.isChanged();
  }
}
