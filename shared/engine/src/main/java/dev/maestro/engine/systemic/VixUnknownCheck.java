package dev.maestro.engine.systemic;

import dev.maestro.engine.signal.Signal;
import java.math.BigDecimal;

/** Halves entries while the volatility index is not known: it may be high. */
public record VixUnknownCheck() implements RiskCheck {
  @Override
  public String code() {
    return "VIX_UNKNOWN";
  }

  @Override
  public BigDecimal factor(Signal entry, RiskInputs inputs) {
    return inputs.knownVix().isPresent() ? BigDecimal.ONE : VixCheck.HALF;
  }
}
