package dev.maestro.engine.journal;

import dev.maestro.engine.journal.TradeReading.Open;
import dev.maestro.engine.journal.TradeReading.Rejected;
import dev.maestro.engine.journal.TradeReading.Usable;
import dev.maestro.engine.name.AgentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The documents of a journal as they are now, and what a rebuild makes of them. */
final class StoredJournal {
  private static final int IDS = 10;

  private final Map<String, TradeReading> documents = new TreeMap<>();

  /** Writes or deletes a document; its id. */
  String change(SplittableRandom random) {
    String id = "t" + random.nextInt(IDS);
    if (random.nextInt(8) == 0) {
      documents.remove(id);
    } else {
      documents.put(id, Readings.any(id, random));
    }
    return id;
  }

  /** What the document says now. */
  TradeReading now(String id) {
    return documents.getOrDefault(id, new Open(id));
  }

  /** The window of one agent. */
  TradeWindow rebuild(AgentId agent, int capacity) {
    List<WindowTrade> trades = new ArrayList<>();
    for (TradeReading reading : documents.values()) {
      if (reading instanceof Usable usable && usable.trade().agentId().equals(agent)) {
        trades.add(WindowTrade.of(usable.trade()));
      }
    }
    return TradeWindow.rebuild(capacity, trades);
  }

  /** Windows of all agents that have trades and are configured, and all rejections. */
  AgentWindows rebuild(int capacity, Set<AgentId> configured) {
    SortedMap<AgentId, TradeWindow> windows = new TreeMap<>();
    SortedMap<String, Rejection> rejections = new TreeMap<>();
    documents.forEach(
        (id, reading) -> {
          if (reading instanceof Rejected rejected) {
            rejections.put(id, Rejection.ofDocument(id, rejected.reason()));
          }
          if (reading instanceof Usable usable
              && (configured.isEmpty() || configured.contains(usable.trade().agentId()))) {
            AgentId agent = usable.trade().agentId();
            windows.put(agent, rebuild(agent, capacity));
          }
        });
    return new AgentWindows(capacity, windows, rejections);
  }
}
