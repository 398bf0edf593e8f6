package dev.maestro.embedded.memory;

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
  private final Map<String, List<WeightsCommit>> revisions = new TreeMap<>();
  private final Map<String, Instant> updatedAt = new TreeMap<>();

  /** Weights of the trades in this journal. */
  public MemoryWeights(MemoryJournal journal) {
    this.journal = journal;
  }

  /** The revisions of a user, oldest first. */
  public synchronized List<WeightsCommit> revisions(String uid) {
    return List.copyOf(revisions.getOrDefault(uid, List.of()));
  }

  @Override
  public synchronized LoadedPerformance load(String uid, Optional<String> tradeId) {
    List<WeightsCommit> all = revisions(uid);
    LoadedPerformance none =
        LoadedPerformance.lost(tradeId.flatMap(trade -> journal.trade(uid, trade)));
    if (all.isEmpty()) {
      return none;
    }
    WeightsCommit newest = all.get(all.size() - 1);
    return new LoadedPerformance(
        updatedAt(uid),
        Optional.of(newest.tenantId()),
        newest.revision(),
        Optional.of(newest.config()),
        Optional.of(newest.windows()),
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
  public synchronized boolean touch(String uid, Instant readAt) {
    if (!updatedAt(uid).equals(Optional.of(readAt))) {
      return false;
    }
    updatedAt.put(uid, journal.nextWrite());
    return true;
  }

  private Optional<Instant> updatedAt(String uid) {
    return Optional.ofNullable(updatedAt.get(uid));
  }
}
