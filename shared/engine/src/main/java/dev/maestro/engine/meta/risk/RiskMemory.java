package dev.maestro.engine.meta.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * The mode in force and the evaluations that led to it: a tighter mode applies at once, a looser
 * one only after so many evaluations in a row that were at least as loose; a value.
 *
 * @param inForce what consumers obey
 * @param assessed what the last evaluations said by themselves, newest first, at most 10
 */
public record RiskMemory(RiskMode inForce, List<RiskMode> assessed) {
  /** Most evaluations that a confirmation may take. */
  public static final int MOST_CONFIRMATIONS = 10;

  /** Before the first evaluation: AGGRESSIVE, too, has to be confirmed. */
  public static final RiskMemory START = new RiskMemory(RiskMode.NORMAL, List.of());

  /** Of evaluations that cannot be read, which acted as DEFENSIVE: all has to be confirmed anew. */
  public static final RiskMemory LOST = new RiskMemory(RiskMode.DEFENSIVE, List.of());

  /** Keeps its own list. */
  public RiskMemory {
    assessed = List.copyOf(assessed);
  }

  /**
   * After a gap in which an expired policy acted as DEFENSIVE. What the evaluations before it said
   * still counts as confirmation: were it forgotten, evaluations that are further apart than a
   * policy stands could never confirm each other.
   */
  public RiskMemory afterGap() {
    return new RiskMemory(RiskMode.DEFENSIVE, assessed);
  }

  /**
   * Takes an evaluation in.
   *
   * @param confirmations evaluations in a row that a looser mode needs, this one included, 1..10
   */
  public RiskMemory after(RiskMode assessment, int confirmations) {
    List<RiskMode> next = new ArrayList<>();
    next.add(assessment);
    next.addAll(assessed.subList(0, Math.min(assessed.size(), MOST_CONFIRMATIONS - 1)));
    RiskMode confirmed =
        next.size() < confirmations ? inForce : tightest(next.subList(0, confirmations));
    return new RiskMemory(assessment.tighterOf(inForce.looserOf(confirmed)), next);
  }

  /**
   * Takes in an evaluation that somebody asked for before one was due. It can only tighten: of the
   * last evaluation and this one the tighter stands, so that no number of calls confirms anything.
   */
  public RiskMemory again(RiskMode assessment) {
    List<RiskMode> same = new ArrayList<>(assessed);
    if (!same.isEmpty()) {
      same.set(0, same.get(0).tighterOf(assessment));
    }
    return new RiskMemory(inForce.tighterOf(assessment), same);
  }

  private static RiskMode tightest(List<RiskMode> modes) {
    return modes.stream().reduce(RiskMode.AGGRESSIVE, RiskMode::tighterOf);
  }
}
