package dev.maestro.engine.evidence.scheme;

import dev.maestro.engine.number.SampleStatistics;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Agents that are one: whose daily P&amp;L over the days that both have (at least 20) correlates at
 * 0.95 or more, directly or through others. Only agents of the same standing are: a losing one
 * gains nothing from the company it keeps.
 *
 * @param groups every agent is in exactly one, in agent order
 */
public record CloneGroups(List<Group> groups) {
  /**
   * Agents that share as one.
   *
   * @param members each a list of the agents with exactly the same P&amp;L, which are one member:
   *     positions in agent order
   */
  public record Group(List<List<Integer>> members) {
    /** Keeps its own lists. */
    public Group {
      members = members.stream().map(List::copyOf).toList();
    }

    /** One agent of each member. */
    public List<Integer> representatives() {
      return members.stream().map(copies -> copies.get(0)).toList();
    }
  }

  private static final double ALIKE = 0.95;
  private static final int FEWEST_DAYS = 20;

  /** Keeps its own lists. */
  public CloneGroups {
    groups = List.copyOf(groups);
  }

  /** Everybody alone. */
  public static CloneGroups none(int agents) {
    List<Group> groups = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      groups.add(new Group(List.of(List.of(agent))));
    }
    return new CloneGroups(groups);
  }

  /**
   * The groups of some agents.
   *
   * @param dailyPnl by agent: P&amp;L per day in any unit, days without a trade absent
   * @param standings in the same order
   */
  public static CloneGroups of(
      List<SortedMap<LocalDate, Double>> dailyPnl, List<Standing> standings) {
    int[] leader = new int[dailyPnl.size()];
    for (int agent = 0; agent < leader.length; agent++) {
      leader[agent] = agent;
      for (int other = 0; other < agent; other++) {
        if (standings.get(agent) == standings.get(other)
            && isClone(dailyPnl.get(agent), dailyPnl.get(other))) {
          join(leader, leader[agent], leader[other]);
        }
      }
    }
    List<Group> groups = new ArrayList<>();
    for (int agent = 0; agent < leader.length; agent++) {
      if (leader[agent] == agent) {
        groups.add(groupOf(leader, agent, dailyPnl));
      }
    }
    return new CloneGroups(groups);
  }

  /** The score of each group: the mean of its members'. */
  public double[] scores(double[] byAgent) {
    return groups.stream()
        .mapToDouble(
            group ->
                group.representatives().stream()
                    .mapToDouble(agent -> byAgent[agent])
                    .average()
                    .orElseThrow())
        .toArray();
  }

  /** The standing of each group, which is that of all its members. */
  public Standing[] standings(List<AgentPerformance> agents) {
    return groups.stream()
        .map(group -> agents.get(group.representatives().get(0)).standing())
        .toArray(Standing[]::new);
  }

  /**
   * What each agent gets of what its group gets: members equal parts, and copies equal parts of
   * those. What cannot be split goes to those that come first.
   *
   * @param byGroup whole units, at least 0
   */
  public long[] split(long[] byGroup, int agents) {
    long[] units = new long[agents];
    for (int group = 0; group < groups.size(); group++) {
      List<List<Integer>> members = groups.get(group).members();
      for (int member = 0; member < members.size(); member++) {
        List<Integer> copies = members.get(member);
        long whole = part(byGroup[group], members.size(), member);
        for (int copy = 0; copy < copies.size(); copy++) {
          units[copies.get(copy)] = part(whole, copies.size(), copy);
        }
      }
    }
    return units;
  }

  private static long part(long whole, int parts, int place) {
    return whole / parts + (place < whole % parts ? 1 : 0);
  }

  /** Both groups follow the agent that comes first. */
  private static void join(int[] leader, int one, int other) {
    int first = Math.min(one, other);
    for (int agent = 0; agent < leader.length; agent++) {
      if (leader[agent] == one || leader[agent] == other) {
        leader[agent] = first;
      }
    }
  }

  private static Group groupOf(
      int[] leader, int first, List<SortedMap<LocalDate, Double>> dailyPnl) {
    Map<SortedMap<LocalDate, Double>, List<Integer>> members = new LinkedHashMap<>();
    for (int agent = first; agent < leader.length; agent++) {
      if (leader[agent] == first) {
        members.computeIfAbsent(dailyPnl.get(agent), pnl -> new ArrayList<>()).add(agent);
      }
    }
    return new Group(List.copyOf(members.values()));
  }

  private static boolean isClone(Map<LocalDate, Double> one, Map<LocalDate, Double> other) {
    List<Double> ones = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    one.forEach(
        (day, pnl) -> {
          if (other.containsKey(day)) {
            ones.add(pnl);
            others.add(other.getOrDefault(day, Double.NaN));
          }
        });
    return ones.size() >= FEWEST_DAYS
        && (ones.equals(others) || correlation(ones, others) >= ALIKE);
  }

  /** Pearson's; NaN where one of them never moves. */
  private static double correlation(List<Double> ones, List<Double> others) {
    int days = ones.size();
    SampleStatistics one = SampleStatistics.of(days, ones::get);
    SampleStatistics other = SampleStatistics.of(days, others::get);
    if (one.isDegenerate() || other.isDegenerate()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < days; i++) {
      sum +=
          (ones.get(i) - one.mean())
              / one.deviation()
              * ((others.get(i) - other.mean()) / other.deviation());
    }
    return sum / (days - 1);
  }
}
