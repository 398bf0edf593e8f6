package dev.maestro.engine.systemic;

import dev.maestro.engine.signal.Signal;
import java.math.BigDecimal;
import java.util.List;

/** Halves entries while the volatility index is above a limit, in points. */
public record VixCheck(BigDecimal halveAbove) implements RiskCheck {
  /** What an allocation is multiplied with while the index is high or unknown. */
  static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * All that is checked of the index: a high one and one that is not known are cuts of their own.
   */
  public static List<RiskCheck> above(BigDecimal limit) {
    return List.of(new VixCheck(limit), new VixUnknownCheck());
  }

  @Override
  public String code() {
    return "VIX";
  }

  @Override
  public BigDecimal factor(Signal entry, RiskInputs inputs) {
    boolean isHigh =
        inputs.knownVix().filter(points -> points.compareTo(halveAbove) > 0).isPresent();
    return isHigh ? HALF : BigDecimal.ONE;
  }
}
