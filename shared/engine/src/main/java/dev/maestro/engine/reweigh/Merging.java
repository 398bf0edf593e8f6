package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the journal says, put in the place of what was stored. */
final class Merging {
  private Merging() {}

  /** How much of the journal was read. */
  enum Part {
    /** Some windows; the others stand. */
    SOME_AGENTS,
    /** Every window that counts, though others may be in the journal. */
    ALL_THAT_COUNT,
    /** Everybody's trades. */
    WHOLE_JOURNAL
  }

  /** All windows and the rejections that still hold. */
  static AgentWindows merge(AgentWindows stored, JournalWindows journal, Part part) {
    AgentWindows windows =
        part == Part.SOME_AGENTS
            ? stored
            : new AgentWindows(stored.capacity(), journal.byAgent(), Map.of());
    for (Map.Entry<String, TradeWindow> read : journal.byAgent().entrySet()) {
      windows = windows.withRebuilt(read.getKey(), read.getValue());
    }
    Map<String, Rejection> listed = new LinkedHashMap<>(stored.rejections());
    if (part == Part.WHOLE_JOURNAL) {
      // Trades of the future are the newest there are, so those that still are were met.
      listed.values().removeIf(old -> old.reason() == RejectReason.CLOSED_IN_FUTURE);
    }
    journal.rejections().stream()
        .sorted(Comparator.comparing(Rejection::tradeId))
        .forEach(met -> relist(listed, stored.rejections(), met));
    for (TradeWindow window : windows.byAgent().values()) {
      window.trades().stream().map(WindowTrade::tradeId).forEach(listed::remove);
    }
    return new AgentWindows(windows.capacity(), windows.byAgent(), listed);
  }

  private static void relist(
      Map<String, Rejection> listed, Map<String, Rejection> stored, Rejection met) {
    if (!met.equals(stored.get(met.tradeId())) || !listed.containsKey(met.tradeId())) {
      listed.remove(met.tradeId());
      listed.put(met.tradeId(), met);
    }
  }
}
