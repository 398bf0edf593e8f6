package dev.maestro.engine.weights;

import dev.maestro.engine.performance.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Shares before rounding: fractions of the agents, and the cash that nobody may hold. */
final class Allocation {
  /** Below this an excess is the noise of adding up doubles, far under one unit of a weight. */
  private static final double NOISE = 1e-14;

  private final double[] scores;
  private final boolean[] eligible;
  private final double[] shares;
  private final List<Warning> warnings;
  private double cash;

  private Allocation(
      double[] scores, boolean[] eligible, double[] shares, double cash, List<Warning> warnings) {
    this.scores = scores;
    this.eligible = eligible;
    this.shares = shares;
    this.cash = cash;
    this.warnings = warnings;
  }

  /** Allocates by the mode of the configuration, then applies the cap. */
  static Allocation of(double[] scores, Standing[] standings, WeightsConfig config) {
    Allocation allocation =
        config.enforcePerformance()
            ? strict(scores, standings, config)
            : recovery(scores, standings, config);
    double cap = config.maxWeight().doubleValue();
    allocation.applyCap(cap, config.temperature().doubleValue());
    double sleeve = config.scheme().floorSleeve().doubleValue();
    if (sleeve > 0 && scores.length > 0) {
      allocation.keepEqual(sleeve, cap);
    }
    return allocation;
  }

  /** A part stays in equal weights, whatever the scheme; what would pass the cap is cash. */
  private void keepEqual(double sleeve, double cap) {
    cash *= 1 - sleeve;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sleeve / shares.length + (1 - sleeve) * shares[i];
    }
    cash += cutAt(cap);
  }

  /** The agent's fraction, none above the cap. */
  double share(int agent) {
    return shares[agent];
  }

  /** The fraction nobody may hold; exactly 0 where the agents share everything. */
  double cash() {
    return cash;
  }

  List<Warning> warnings() {
    return warnings;
  }

  /** Strict mode: only RANKED agents with a score above 0 share, everything, by softmax. */
  private static Allocation strict(double[] scores, Standing[] standings, WeightsConfig config) {
    boolean[] eligible = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      eligible[i] = standings[i] == Standing.RANKED && scores[i] > 0;
    }
    double[] shares = Softmax.shares(scores, eligible, config.temperature().doubleValue());
    return new Allocation(scores, eligible, shares, count(eligible) == 0 ? 1 : 0, List.of());
  }

  /**
   * Recovery mode: LOSING agents get the floor, the others share the rest, none below the floor.
   */
  private static Allocation recovery(double[] scores, Standing[] standings, WeightsConfig config) {
    int n = scores.length;
    boolean[] eligible = new boolean[n];
    for (int i = 0; i < n; i++) {
      eligible[i] = standings[i] != Standing.LOSING;
    }
    boolean infeasible = isInfeasible(config.minFloorWeight(), n);
    double floor = infeasible ? 1 / (2.0 * n) : config.minFloorWeight().doubleValue();
    boolean allLosing = count(eligible) == 0;
    List<Warning> warnings = new ArrayList<>(2);
    if (infeasible) {
      warnings.add(Warning.FLOOR_INFEASIBLE);
    }
    if (allLosing && n > 0) {
      warnings.add(Warning.ALL_LOSING);
    }
    double[] shares =
        shareAboveFloor(scores, eligible.clone(), floor, config.temperature().doubleValue());
    return new Allocation(
        scores, eligible, shares, allLosing ? Math.max(0, 1 - n * floor) : 0, warnings);
  }

  private static boolean isInfeasible(BigDecimal floor, int agents) {
    return floor.multiply(BigDecimal.valueOf(agents)).compareTo(BigDecimal.ONE) > 0;
  }

  /** Everybody not sharing gets the floor; whom the softmax would put under it joins them. */
  private static double[] shareAboveFloor(
      double[] scores, boolean[] sharing, double floor, double temperature) {
    while (true) {
      int sharers = count(sharing);
      double rest = 1 - (scores.length - sharers) * floor;
      double[] shares = Softmax.shares(scores, sharing, temperature);
      boolean settled = true;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = sharing[i] ? shares[i] * rest : floor;
        if (shares[i] < floor) {
          sharing[i] = false;
          settled = false;
        }
      }
      if (settled) {
        return shares;
      }
    }
  }

  /** What is above the cap goes to those below it by softmax; what is left over then is cash. */
  private void applyCap(double cap, double temperature) {
    double excess = cutAt(cap);
    while (excess > NOISE) {
      boolean[] below = new boolean[shares.length];
      for (int i = 0; i < shares.length; i++) {
        below[i] = eligible[i] && shares[i] < cap;
      }
      if (count(below) == 0) {
        cash += excess;
        return;
      }
      double[] gains = Softmax.shares(scores, below, temperature);
      for (int i = 0; i < shares.length; i++) {
        shares[i] += gains[i] * excess;
      }
      excess = cutAt(cap);
    }
  }

  private double cutAt(double cap) {
    double excess = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > cap) {
        excess += shares[i] - cap;
        shares[i] = cap;
      }
    }
    return excess;
  }

  private static int count(boolean[] members) {
    int count = 0;
    for (boolean member : members) {
      count += member ? 1 : 0;
    }
    return count;
  }
}
