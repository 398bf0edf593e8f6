package dev.maestro.embedded.memory;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.CommitWeightsPort;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.WeightsCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The revisions of all users' weights, every one of them kept. Safe for many threads. */
public final class MemoryWeights implements LoadPerformancePort, CommitWeightsPort {
  private final MemoryJournal journal;
  private final Map<Uid, List<WeightsCommit>> revisions = new TreeMap<>();
  private final Map<Uid, Instant> updatedAt = new TreeMap<>();

  /** Weights of the trades in this journal. */
  public MemoryWeights(MemoryJournal journal) {
    this.journal = journal;
  }

  /** The revisions of a user, oldest first. */
  public synchronized List<WeightsCommit> revisions(Uid uid) {
    return List.copyOf(revisions.getOrDefault(uid, List.of()));
  }

  @Override
  public synchronized LoadedPerformance load(Uid uid, Optional<String> tradeId) {
    List<WeightsCommit> all = revisions(uid);
    LoadedPerformance none =
        LoadedPerformance.lost(tradeId.flatMap(trade -> journal.trade(uid, trade)));
    if (all.isEmpty()) {
      return none;
    }
    WeightsCommit newest = all.get(all.size() - 1);
    return new LoadedPerformance(
        updatedAt(uid),
        newest.tenantId(),
        newest.revision(),
        Optional.of(newest.at()),
        Optional.of(newest.config()),
        Optional.of(newest.windows()),
        newest.daily(),
        none.trade());
  }

  @Override
  public synchronized boolean commit(WeightsCommit commit) {
    if (!updatedAt(commit.uid()).equals(commit.readAt())) {
      return false;
    }
    revisions.computeIfAbsent(commit.uid(), uid -> new ArrayList<>()).add(commit);
    updatedAt.put(commit.uid(), journal.nextWrite());
    return true;
  }

  @Override
  public synchronized boolean touch(Uid uid, Instant readAt) {
    if (!updatedAt(uid).equals(Optional.of(readAt))) {
      return false;
    }
    updatedAt.put(uid, journal.nextWrite());
    return true;
  }

  private Optional<Instant> updatedAt(Uid uid) {
    return Optional.ofNullable(updatedAt.get(uid));
  }
}
