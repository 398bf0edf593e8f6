package dev.maestro.engine.reweigh.window;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal says, put in the place of what was stored. */
public final class WindowMerge {
  private WindowMerge() {}

  /** How much of the journal was read. */
  public enum Part {
    /** Some windows; the others stand. */
    SOME_AGENTS,
    /** Every window that counts, though others may be in the journal. */
    ALL_THAT_COUNT,
    /** Everybody's trades. */
    WHOLE_JOURNAL
  }

  /**
   * All windows and the rejections that still hold.
   *
   * <p>Stored rejections keep their places, and those that were met for the first time fill what
   * room is left, by trade id. So the same journal read again says the same, however many there
   * are.
   */
  public static AgentWindows merge(AgentWindows stored, JournalWindows journal, Part part) {
    AgentWindows windows =
        part == Part.SOME_AGENTS
            ? stored.withRebuilt(journal.byAgent())
            : new AgentWindows(stored.capacity(), journal.byAgent(), Map.of());
    SortedMap<String, Rejection> met = new TreeMap<>();
    journal.rejections().forEach(rejection -> met.put(rejection.tradeId(), rejection));
    Map<String, Rejection> listed = new LinkedHashMap<>(stored.rejections());
    if (part == Part.WHOLE_JOURNAL) {
      // Trades of the future are the newest there are, so those that still are were met.
      listed
          .values()
          .removeIf(
              old ->
                  old.reason() == RejectReason.CLOSED_IN_FUTURE && !met.containsKey(old.tradeId()));
    }
    for (TradeWindow window : windows.byAgent().values()) {
      for (WindowTrade counted : window.trades()) {
        listed.remove(counted.tradeId());
        met.remove(counted.tradeId());
      }
    }
    met.values().forEach(rejection -> list(listed, rejection));
    return new AgentWindows(windows.capacity(), windows.byAgent(), listed);
  }

  /** At the end, if it is new or has another reason than before, and if there is room. */
  private static void list(Map<String, Rejection> listed, Rejection met) {
    if (!met.equals(listed.get(met.tradeId()))) {
      listed.remove(met.tradeId());
      if (listed.size() < AgentWindows.MAX_REJECTIONS) {
        listed.put(met.tradeId(), met);
      }
    }
  }
}
