package dev.maestro.engine.systemic;

import dev.maestro.engine.signal.Signal;
import java.math.BigDecimal;

/**
 * An extension point for checks of entries. Whatever it answers, an allocation never grows: factors
 * above 1 count as 1, and a check that fails or answers nonsense counts as 0.
 */
public interface RiskCheck {
  /** No double has more decimal places; a factor that has is nonsense. */
  int MOST_PLACES = 1074;

  /** The code under which its cuts are listed. */
  String code();

  /** What the allocation of an entry is multiplied with, 0..1. */
  BigDecimal factor(Signal entry, RiskInputs inputs);

  /** The factor as it counts. */
  static BigDecimal bounded(RiskCheck check, Signal entry, RiskInputs inputs) {
    try {
      BigDecimal factor = check.factor(entry, inputs);
      boolean counts = factor.signum() > 0 && factor.scale() <= MOST_PLACES;
      return counts ? factor.min(BigDecimal.ONE) : BigDecimal.ZERO;
    } catch (RuntimeException failed) {
      return BigDecimal.ZERO;
    }
  }
}
