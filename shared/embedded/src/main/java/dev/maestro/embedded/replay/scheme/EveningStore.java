package dev.maestro.embedded.replay.scheme;

import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.CommitWeightsPort;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.reweigh.window.JournalWindows;
import dev.maestro.engine.reweigh.window.ReadJournalPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One user's journal and weights as they stand in the evening: the newest trades of every agent,
 * and the newest revision. It forgets what is older, so that its size does not grow with the
 * journal. For one thread.
 */
final class EveningStore implements LoadPerformancePort, CommitWeightsPort, ReadJournalPort {
  private final int lookback;
  private final SortedMap<String, TradeWindow> windows = new TreeMap<>();
  private Optional<WeightsCommit> newest = Optional.empty();

  EveningStore(int lookback) {
    this.lookback = lookback;
  }

  /** Adds what was closed on a day, which is later than every day before. */
  void put(ReplayDay day) {
    day.agents()
        .forEach(
            (agent, closed) -> {
              List<WindowTrade> all = new ArrayList<>(closed.trades());
              if (all.size() < lookback) {
                all.addAll(windows.getOrDefault(agent, TradeWindow.empty(lookback)).trades());
              }
              windows.put(agent, TradeWindow.rebuild(lookback, all));
            });
  }

  /** The weights in force. */
  WeightsCommit newest() {
    return newest.orElseThrow();
  }

  @Override
  public JournalWindows read(Uid uid, Set<String> agents, int trades, Instant now) {
    SortedMap<String, TradeWindow> read = new TreeMap<>(windows);
    read.keySet().removeIf(agent -> !agents.isEmpty() && !agents.contains(agent));
    return new JournalWindows(read, List.of());
  }

  @Override
  public LoadedPerformance load(Uid uid, Optional<String> tradeId) {
    return newest
        .map(
            commit ->
                new LoadedPerformance(
                    Optional.of(version(commit.revision())),
                    commit.tenantId(),
                    commit.revision(),
                    Optional.of(commit.at()),
                    Optional.of(commit.config()),
                    Optional.of(commit.windows()),
                    commit.daily(),
                    Optional.empty()))
        .orElseGet(() -> LoadedPerformance.lost(Optional.empty()));
  }

  @Override
  public boolean commit(WeightsCommit commit) {
    if (!commit.readAt().equals(newest.map(before -> version(before.revision())))) {
      return false;
    }
    newest = Optional.of(commit);
    return true;
  }

  @Override
  public boolean touch(Uid uid, Instant readAt) {
    return newest.filter(commit -> version(commit.revision()).equals(readAt)).isPresent();
  }

  private static Instant version(long revision) {
    return Instant.ofEpochSecond(revision);
  }
}
