package dev.maestro.embedded.memory;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.journal.slice.JournalSlice;
import dev.maestro.engine.journal.slice.ReadSlicePort;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.JournalTrade;
import dev.maestro.engine.reweigh.window.JournalWindows;
import dev.maestro.engine.reweigh.window.ReadJournalPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The journals of all users as documents in memory. Safe for many threads.
 *
 * <p>Every write has a time of its own, later than those of all writes before it; weights of these
 * trades take theirs from here too.
 */
public final class MemoryJournal implements ReadJournalPort, ReadSlicePort {
  private final Map<Uid, SortedMap<String, Written>> users = new TreeMap<>();
  private long writes;

  private BiConsumer<Uid, String> listener = (uid, tradeId) -> {};

  private record Written(Map<String, Object> document, Instant at) {}

  /** The time of the next write. */
  public synchronized Instant nextWrite() {
    writes++;
    return Instant.ofEpochSecond(writes);
  }

  /** Tells of every trade that is written from now on, under the lock of this journal. */
  public synchronized void tell(BiConsumer<Uid, String> who) {
    listener = who;
  }

  /** Writes a trade's document in place of the one that was there. */
  public synchronized void put(Uid uid, String tradeId, Map<String, ?> document) {
    users
        .computeIfAbsent(uid, user -> new TreeMap<>())
        .put(tradeId, new Written(Map.copyOf(document), nextWrite()));
    listener.accept(uid, tradeId);
  }

  /** Deletes a trade's document. */
  public synchronized void delete(Uid uid, String tradeId) {
    users.getOrDefault(uid, new TreeMap<>()).remove(tradeId);
  }

  /** A trade's document as it is now. */
  public synchronized Optional<JournalTrade> trade(Uid uid, String tradeId) {
    return Optional.ofNullable(users.getOrDefault(uid, new TreeMap<>()).get(tradeId))
        .map(written -> new JournalTrade(RawTrade.of(written.document()), written.at()));
  }

  @Override
  public synchronized JournalSlice all(Uid uid, Instant now) {
    JournalSlice.Builder slice = new JournalSlice.Builder(uid, now);
    users
        .getOrDefault(uid, new TreeMap<>())
        .forEach((id, written) -> slice.add(id, RawTrade.of(written.document())));
    return slice.build();
  }

  @Override
  public synchronized JournalWindows read(Uid uid, Set<String> agents, int lookback, Instant now) {
    Map<String, List<WindowTrade>> usable = new TreeMap<>();
    List<Rejection> rejections = new ArrayList<>();
    users
        .getOrDefault(uid, new TreeMap<>())
        .forEach(
            (id, written) -> {
              TradeReading reading =
                  TradeReader.readStored(RawTrade.of(written.document()), id, now);
              if (reading instanceof TradeReading.Rejected rejected) {
                rejections.add(Rejection.ofDocument(id, rejected.reason()));
              } else if (reading instanceof TradeReading.Usable found
                  && (agents.isEmpty() || agents.contains(found.trade().agentId()))) {
                usable
                    .computeIfAbsent(found.trade().agentId(), agent -> new ArrayList<>())
                    .add(WindowTrade.of(id, found.trade()));
              }
            });
    SortedMap<String, TradeWindow> windows = new TreeMap<>();
    usable.forEach((agent, trades) -> windows.put(agent, TradeWindow.rebuild(lookback, trades)));
    return new JournalWindows(windows, rejections);
  }
}
