package dev.maestro.engine.systemic;

import dev.maestro.engine.signal.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Halves entries while the volatility index is high, missing, or older than a day. */
public record VixCheck(BigDecimal halveAbove) implements RiskCheck {
  private static final Duration MAX_AGE = Duration.ofDays(1);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public String code() {
    return "VIX";
  }

  @Override
  public BigDecimal factor(Signal entry, RiskInputs inputs) {
    boolean calm = inputs.vix().filter(vix -> isCalm(vix, inputs.now())).isPresent();
    return calm ? BigDecimal.ONE : HALF;
  }

  private boolean isCalm(RiskInputs.Vix vix, Instant now) {
    return vix.value().signum() > 0
        && vix.value().compareTo(halveAbove) <= 0
        && !vix.asOf().plus(MAX_AGE).isBefore(now)
        && !vix.asOf().isAfter(now.plus(MAX_AGE));
  }
}
