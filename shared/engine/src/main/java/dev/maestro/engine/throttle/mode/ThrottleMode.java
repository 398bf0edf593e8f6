package dev.maestro.engine.throttle.mode;

import java.math.BigDecimal;

/** The modes, from loose to tight. */
public enum ThrottleMode {
  /** Full allocation. */
  ACTIVE("1"),
  /** Half the allocation. */
  REDUCED("0.5"),
  /** No allocation; the strategy goes on, on paper. */
  SHADOW_MODE("0");

  private final BigDecimal multiplier;

  ThrottleMode(String multiplier) {
    this.multiplier = new BigDecimal(multiplier);
  }

  /** What an allocation is multiplied with. */
  public BigDecimal multiplier() {
    return multiplier;
  }

  /** True if this mode permits less than the other. */
  public boolean isTighterThan(ThrottleMode other) {
    return compareTo(other) > 0;
  }

  /** The one that permits less. */
  public static ThrottleMode tighter(ThrottleMode a, ThrottleMode b) {
    return a.isTighterThan(b) ? a : b;
  }
}
