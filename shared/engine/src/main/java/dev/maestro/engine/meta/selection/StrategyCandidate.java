package dev.maestro.engine.meta.selection;

import dev.maestro.engine.market.HealthRegime;
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
 * @param onPaper how many of its trades were closed on paper, because it had too few others
 */
public record StrategyCandidate(
    String id,
    String name,
    SortedSet<HealthRegime> regimeTags,
    StrategyFigures figures,
    int onPaper) {

  /** So many trades prove a strategy. */
  public static final int PROVEN_FROM_TRADES = 10;

  /** Keeps its own set. */
  public StrategyCandidate {
    regimeTags = Collections.unmodifiableSortedSet(new TreeSet<>(regimeTags));
  }

  /** A candidate whose tags come in any order. */
  public static StrategyCandidate of(
      String id, String name, Collection<HealthRegime> regimeTags, StrategyFigures figures) {
    return new StrategyCandidate(id, name, new TreeSet<>(regimeTags), figures, 0);
  }

  /** The same, some of whose trades were closed on paper. */
  public StrategyCandidate onPaper(int trades) {
    return new StrategyCandidate(id, name, regimeTags, figures, trades);
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
