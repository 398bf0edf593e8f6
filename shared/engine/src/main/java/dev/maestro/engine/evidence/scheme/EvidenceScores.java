package dev.maestro.engine.evidence.scheme;

import dev.maestro.engine.performance.AgentPerformance;
import java.util.ArrayList;
import java.util.List;

/** Scores of agents by evidence: their Sharpe ratios drawn towards 0. */
public final class EvidenceScores {
  private EvidenceScores() {}

  /**
   * max(0, shrunken Sharpe ratio) where RANKED, 0 where UNPROVEN, negative infinity where LOSING.
   *
   * @param groups who counts as one when it is asked how much agents differ
   */
  public static double[] of(List<AgentPerformance> agents, CloneGroups groups) {
    Shrinkage shrinkage = Shrinkage.of(independentEstimates(agents, groups));
    double[] scores = new double[agents.size()];
    for (int i = 0; i < scores.length; i++) {
      AgentPerformance agent = agents.get(i);
      scores[i] =
          switch (agent.standing()) {
            case RANKED -> Math.max(0, shrinkage.shrunken(estimate(agent)));
            case UNPROVEN -> 0;
            case LOSING -> Double.NEGATIVE_INFINITY;
          };
    }
    return scores;
  }

  /** One for each group that has a Sharpe ratio: a clone is no agent more. */
  private static List<SharpeEstimate> independentEstimates(
      List<AgentPerformance> agents, CloneGroups groups) {
    List<SharpeEstimate> estimates = new ArrayList<>();
    for (CloneGroups.Group group : groups.groups()) {
      List<SharpeEstimate> members =
          group.representatives().stream()
              .map(agents::get)
              .filter(agent -> agent.sharpe().isPresent())
              .map(EvidenceScores::estimate)
              .toList();
      if (!members.isEmpty()) {
        estimates.add(SharpeEstimate.ofClones(members));
      }
    }
    return estimates;
  }

  private static SharpeEstimate estimate(AgentPerformance agent) {
    return SharpeEstimate.ofTrades(agent.sharpe().orElseThrow(), agent.trades());
  }
}
