package dev.maestro.engine.evidence;

import dev.maestro.engine.evidence.filter.ModeThresholds;
import dev.maestro.engine.number.HalfEven;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;

/** Says in one sentence why a strategy has the mode that its expected Sharpe ratio calls for. */
final class EvidenceReasoning {
  private EvidenceReasoning() {}

  /**
   * The sentence, such as {@code Expected Sharpe 0.12 < 0.25 (18 % chance that it is negative, 84
   * days). Reducing allocation by 50%.}
   */
  static String of(EvidenceFigures figures, ModeThresholds modes) {
    double expected = figures.expectedSharpe();
    boolean isActive = figures.mode() == ThrottleMode.ACTIVE;
    return "Expected Sharpe "
        + HalfEven.round(expected, 2).toPlainString()
        + (isActive ? " >= " : " < ")
        + BigDecimal.valueOf(bound(figures, modes)).stripTrailingZeros().toPlainString()
        + " ("
        + HalfEven.round(100 * figures.probabilityNegative(), 0).toPlainString()
        + " % chance that it is negative, "
        + figures.days()
        + " days). "
        + consequence(figures.mode());
  }

  /** The threshold that decided; a tighter one that was passed is not worth a word. */
  private static double bound(EvidenceFigures figures, ModeThresholds modes) {
    double expected = figures.expectedSharpe();
    return switch (figures.mode()) {
      case SHADOW_MODE ->
          expected < modes.shadowBelow() ? modes.shadowBelow() : modes.leaveShadowAt();
      case REDUCED -> expected < modes.reduceBelow() ? modes.reduceBelow() : modes.activeAt();
      case ACTIVE -> modes.reduceBelow();
    };
  }

  private static String consequence(ThrottleMode mode) {
    return switch (mode) {
      case SHADOW_MODE -> "Moving to SHADOW_MODE for re-training.";
      case REDUCED -> "Reducing allocation by 50%.";
      case ACTIVE -> "Full allocation maintained.";
    };
  }
}
