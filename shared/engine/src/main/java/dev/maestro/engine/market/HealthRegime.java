package dev.maestro.engine.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a market does, in the words of system health. */
public enum HealthRegime {
  /** A directional movement of ADX(14) >= 25, +DI over -DI. */
  BULL_TRENDING,
  /** A directional movement of ADX(14) >= 25, -DI at least +DI. */
  BEAR_TRENDING,
  /** Neither choppy nor trending. */
  RANGING,
  /** Efficiency ratio(20) below 0.15: much way, little progress. */
  CHOPPY,
  /** Spread HIGH while the volume is below 20 % of its mean; comes before all others. */
  LOW_LIQUIDITY,
  /** Bars are stale, missing or too few. */
  UNKNOWN;

  /** Those that something can be made for: all but the unknown one. */
  public static List<HealthRegime> known() {
    return Arrays.stream(values()).filter(regime -> regime != UNKNOWN).toList();
  }

  /** The known regime of a name, in any case; empty if there is none. */
  public static Optional<HealthRegime> of(String name) {
    return known().stream()
        .filter(regime -> regime.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  /** The names of the known ones, for people. */
  public static List<String> names() {
    return known().stream().map(Enum::name).toList();
  }
}
