package dev.maestro.engine.evidence.track;

import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.neutral.BenchmarkCloses;
import dev.maestro.engine.name.StrategyId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The evidence of all strategies of a tenant, as the last closing of a day left it.
 *
 * @param tracks by strategy; one that is absent has none yet
 * @param benchmark its newest closes; empty: there is no benchmark
 */
public record EvidenceBook(
    SortedMap<StrategyId, EvidenceTrack> tracks, Optional<BenchmarkCloses> benchmark) {
  /** Nothing is kept. */
  public static final EvidenceBook EMPTY = new EvidenceBook(new TreeMap<>(), Optional.empty());

  /** Keeps its own map. */
  public EvidenceBook {
    tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
  }

  /** What is kept of a strategy. */
  public Optional<EvidenceTrack> track(StrategyId strategy) {
    return Optional.ofNullable(tracks.get(strategy));
  }

  /** What it says of a strategy. */
  public Optional<EvidenceOpinion> opinion(StrategyId strategy) {
    return track(strategy).map(EvidenceTrack::opinion);
  }
}
