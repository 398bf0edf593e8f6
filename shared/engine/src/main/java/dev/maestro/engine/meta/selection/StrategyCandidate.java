package dev.maestro.engine.meta.selection;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A LIVE strategy that may be selected; SHADOW and DISABLED ones are no candidates.
 *
 * @param id unique among the candidates
 * @param name for people
 * @param regimeTags the regimes the strategy is made for
 */
public record StrategyCandidate(
    StrategyId id, String name, SortedSet<HealthRegime> regimeTags, StrategyFigures figures) {

  private static final int PROVEN_FROM_TRADES = 10;

  /** Keeps its own set. */
  public StrategyCandidate {
    regimeTags = Collections.unmodifiableSortedSet(new TreeSet<>(regimeTags));
  }

  /** A candidate whose tags come in any order. */
  public static StrategyCandidate of(
      StrategyId id, String name, Collection<HealthRegime> regimeTags, StrategyFigures figures) {
    return new StrategyCandidate(id, name, new TreeSet<>(regimeTags), figures);
  }

  /** True if it is made for this regime; nothing is made for an unknown one. */
  public boolean isMadeFor(HealthRegime regime) {
    return regime != HealthRegime.UNKNOWN && regimeTags.contains(regime);
  }

  /** True from 10 trades on; with fewer it can be on probation only. */
  public boolean isProven() {
    return figures.trades() >= PROVEN_FROM_TRADES;
  }
}
