package dev.maestro.firestore.weights;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.window.JournalWindows;
import dev.maestro.engine.reweigh.window.ReadJournalPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Windows from the journal in Firestore.
 *
 * <p>Agents are found by a skip-scan, one small query per name, because names may be stored with
 * blanks around them. Per name the newest trades are read, those with Timestamps and those with
 * text apart, until enough usable ones are found or the journal ends.
 */
public final class FirestoreJournal implements ReadJournalPort {
  private final Firestore firestore;

  /** Journals in this database. */
  public FirestoreJournal(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public JournalWindows read(Uid uid, Set<String> agents, int lookback, Instant now) {
    JournalQueries queries = new JournalQueries(firestore, uid);
    Map<String, List<WindowTrade>> usable = new TreeMap<>();
    Map<String, Rejection> rejections = new LinkedHashMap<>();
    Optional<String> stored = queries.agentAfter("");
    while (stored.isPresent()) {
      String agent = stored.get().strip();
      if (!agent.isEmpty() && (agents.isEmpty() || agents.contains(agent))) {
        for (JournalQueries.TimeType type : JournalQueries.TimeType.values()) {
          NewestTrades newest = new NewestTrades(lookback, now);
          newest.readFrom(queries, stored.get(), type);
          usable.computeIfAbsent(agent, name -> new ArrayList<>()).addAll(newest.usable());
          newest.rejections().forEach(met -> rejections.put(met.tradeId(), met));
        }
      }
      stored = queries.agentAfter(stored.get());
    }
    SortedMap<String, TradeWindow> windows = new TreeMap<>();
    usable.forEach((agent, trades) -> windows.put(agent, TradeWindow.rebuild(lookback, trades)));
    windows.values().removeIf(window -> window.size() == 0);
    return new JournalWindows(windows, List.copyOf(rejections.values()));
  }
}
