package dev.maestro.engine.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Which fields of a policy are looser than those of another, told independently of the engine. */
public final class PolicyOrder {
  private PolicyOrder() {}

  /** The names of the fields in which {@code one} is looser than {@code other}. */
  public static List<String> looserFields(TradingPolicy one, TradingPolicy other, double noise) {
    List<String> looser = new ArrayList<>();
    addIf(one.allowNewTrades() && !other.allowNewTrades(), "allow_new_trades", looser);
    addIf(rank(one.riskProfile()) < rank(other.riskProfile()), "risk_profile", looser);
    addIf(one.maxRisk().value() > other.maxRisk().value() + noise, "max_risk_pct", looser);
    addIf(
        one.minConfidence().value() < other.minConfidence().value() - noise,
        "min_confidence",
        looser);
    addIf(rank(one.entryMode()) < rank(other.entryMode()), "entry_mode", looser);
    addIf(rank(one.exitMode()) < rank(other.exitMode()), "exit_mode", looser);
    addIf(one.maxPositions() > other.maxPositions(), "max_positions", looser);
    addIf(
        !new HashSet<>(one.disallowedSymbols()).containsAll(other.disallowedSymbols()),
        "disallowed_symbols",
        looser);
    addIf(
        !new HashSet<>(other.allowedSymbols()).containsAll(one.allowedSymbols()),
        "allowed_symbols",
        looser);
    return looser;
  }

  /** The fields that are no lists, as numbers that grow with tightness. */
  public static double[] tightness(TradingPolicy policy) {
    return new double[] {
      rank(policy.riskProfile()),
      -policy.maxRisk().value(),
      policy.minConfidence().value(),
      rank(policy.entryMode()),
      rank(policy.exitMode()),
      -policy.maxPositions()
    };
  }

  private static int rank(RiskProfile profile) {
    return switch (profile) {
      case NORMAL -> 0;
      case REDUCED -> 1;
      case NO_NEW_TRADES -> 2;
    };
  }

  private static int rank(EntryMode mode) {
    return switch (mode) {
      case AGGRESSIVE -> 0;
      case NORMAL -> 1;
      case DEFENSIVE -> 2;
    };
  }

  private static int rank(ExitMode mode) {
    return switch (mode) {
      case TREND_FOLLOW -> 0;
      case FAST_TP -> 1;
      case DEFENSIVE_TRAIL -> 2;
    };
  }

  private static void addIf(boolean condition, String field, List<String> fields) {
    if (condition) {
      fields.add(field);
    }
  }
}
