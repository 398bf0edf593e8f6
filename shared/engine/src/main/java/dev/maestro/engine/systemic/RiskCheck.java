package dev.maestro.engine.systemic;

import dev.maestro.engine.signal.Signal;
import java.math.BigDecimal;

/**
 * An extension point for checks of entries. Whatever it answers, an allocation never grows: factors
 * above 1 count as 1, and a check that fails or answers nonsense counts as 0.
 */
public interface RiskCheck {
  /** The code under which its cuts are listed. */
  String code();

  /** What the allocation of an entry is multiplied with, 0..1. */
  BigDecimal factor(Signal entry, RiskInputs inputs);

  /** The factor as it counts. */
  static BigDecimal bounded(RiskCheck check, Signal entry, RiskInputs inputs) {
    try {
      BigDecimal factor = check.factor(entry, inputs);
      return factor.signum() < 0 ? BigDecimal.ZERO : factor.min(BigDecimal.ONE);
    } catch (RuntimeException failed) {
      return BigDecimal.ZERO;
    }
  }
}
