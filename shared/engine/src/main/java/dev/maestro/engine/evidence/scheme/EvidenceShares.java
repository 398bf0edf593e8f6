package dev.maestro.engine.evidence.scheme;

import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares of the capital by evidence. Clones share as one agent: the group has the mean of its
 * members' scores, is allocated as one, and its members split what it gets equally. Exact copies
 * are one member, so that adding one changes nobody else's share.
 *
 * @param groups who counts as one
 * @param floorSleeve share of the capital that stays in equal weights, 0..1
 */
public record EvidenceShares(CloneGroups groups, double floorSleeve) {
  /** How scores become shares: softmax with floor and cap, in the mode that is configured. */
  @FunctionalInterface
  public interface Allocation {
    /**
     * Shares of the capital, at least 0, that add up to at most 1; the rest is cash.
     *
     * @param scores 0 or more where RANKED, 0 where UNPROVEN, negative infinity where LOSING
     */
    double[] shares(double[] scores, Standing[] standings);
  }

  /** Checks the range of the sleeve. */
  public EvidenceShares {
    if (!(floorSleeve >= 0 && floorSleeve <= 1)) {
      throw new IllegalArgumentException("floor_sleeve must be from 0 to 1, got " + floorSleeve);
    }
  }

  /** Shares of the agents, in their order. */
  public double[] of(List<AgentPerformance> agents, Allocation allocation) {
    double[] scores = scores(agents);
    int count = groups.groups().size();
    double[] groupScores = new double[count];
    Standing[] standings = new Standing[count];
    for (int i = 0; i < count; i++) {
      List<Integer> members = groups.groups().get(i).representatives();
      groupScores[i] = members.stream().mapToDouble(m -> scores[m]).average().orElseThrow();
      standings[i] = agents.get(members.get(0)).standing();
    }
    double[] groupShares = allocation.shares(groupScores, standings);
    double[] shares = new double[agents.size()];
    for (int i = 0; i < count; i++) {
      double share = floorSleeve / count + (1 - floorSleeve) * groupShares[i];
      split(share, groups.groups().get(i), shares);
    }
    return shares;
  }

  private static void split(double share, CloneGroups.Group group, double[] shares) {
    for (List<Integer> copies : group.members()) {
      double each = share / group.members().size() / copies.size();
      copies.forEach(agent -> shares[agent] = each);
    }
  }

  /**
   * max(0, shrunken Sharpe ratio) where RANKED, 0 where UNPROVEN, negative infinity where LOSING.
   */
  public double[] scores(List<AgentPerformance> agents) {
    Shrinkage shrinkage = Shrinkage.of(independentEstimates(agents));
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
  private List<SharpeEstimate> independentEstimates(List<AgentPerformance> agents) {
    List<SharpeEstimate> estimates = new ArrayList<>();
    for (CloneGroups.Group group : groups.groups()) {
      List<SharpeEstimate> members =
          group.representatives().stream()
              .map(agents::get)
              .filter(agent -> agent.sharpe().isPresent())
              .map(EvidenceShares::estimate)
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
