package dev.maestro.engine.meta.risk;

import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.Vote.Effect;
import java.util.List;

/**
 * What one evaluation says, before any memory.
 *
 * @param votes with their figures, in the order of the table
 */
public record RiskAssessment(
    RiskMode mode, int defensiveVotes, int aggressiveVotes, List<Vote> votes) {
  private static final int DEFENSIVE_FROM = 3;
  private static final int AGGRESSIVE_FROM = 2;

  /** Keeps its own list. */
  public RiskAssessment {
    votes = List.copyOf(votes);
  }

  /**
   * Assesses a tenant's health.
   *
   * @param allowShorts true: a falling market is an opportunity
   */
  public static RiskAssessment of(SystemHealth health, boolean allowShorts) {
    List<Vote> votes = VoteTable.votes(health, allowShorts);
    int defensive = sum(votes, Effect.DEFENSIVE);
    int aggressive = sum(votes, Effect.AGGRESSIVE);
    return new RiskAssessment(mode(votes, defensive, aggressive), defensive, aggressive, votes);
  }

  /** One sentence per vote. */
  public List<String> reasons() {
    return votes.stream().map(RiskAssessment::sentence).toList();
  }

  /**
   * DEFENSIVE outright or from 3 defensive votes; AGGRESSIVE from 2 aggressive ones if nothing
   * speaks against it and nothing is unknown; else NORMAL.
   */
  private static RiskMode mode(List<Vote> votes, int defensive, int aggressive) {
    if (has(votes, Effect.OUTRIGHT) || defensive >= DEFENSIVE_FROM) {
      return RiskMode.DEFENSIVE;
    }
    boolean undisputed = defensive == 0 && !has(votes, Effect.UNKNOWN);
    return undisputed && aggressive >= AGGRESSIVE_FROM ? RiskMode.AGGRESSIVE : RiskMode.NORMAL;
  }

  private static boolean has(List<Vote> votes, Effect effect) {
    return votes.stream().anyMatch(vote -> vote.effect() == effect);
  }

  private static int sum(List<Vote> votes, Effect effect) {
    return votes.stream().filter(vote -> vote.effect() == effect).mapToInt(Vote::weight).sum();
  }

  private static String sentence(Vote vote) {
    return vote.reason()
        + switch (vote.effect()) {
          case OUTRIGHT -> ": DEFENSIVE outright";
          case DEFENSIVE -> ": " + votes(vote.weight(), "defensive");
          case AGGRESSIVE -> ": " + votes(vote.weight(), "aggressive");
          case UNKNOWN -> ": no vote, forbids AGGRESSIVE";
        };
  }

  private static String votes(int count, String side) {
    return count + " " + side + (count == 1 ? " vote" : " votes");
  }
}
