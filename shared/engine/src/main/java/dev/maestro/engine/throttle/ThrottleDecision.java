package dev.maestro.engine.throttle;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * The mode of one strategy and why.
 *
 * @param sharpe annual; empty if unknown
 * @param standardError of the annual Sharpe ratio; empty if it cannot be taken
 * @param drawdown a fraction of at most 0; empty if the performance is unknown
 * @param days closed days that counted
 * @param isUnavailable true if the performance could not be read
 */
public record ThrottleDecision(
    ThrottleMode mode,
    OptionalDouble sharpe,
    OptionalDouble standardError,
    OptionalDouble drawdown,
    int days,
    String reasoning,
    boolean isUnavailable) {

  /** What an allocation is multiplied with. */
  public BigDecimal multiplier() {
    return mode.multiplier();
  }

  /** The same figures under a mode that is at least as tight as the given one. */
  public ThrottleDecision atLeast(ThrottleMode limit, String why) {
    return limit.isTighterThan(mode) ? in(limit, why) : this;
  }

  /** The same figures in a mode, for the given reason. */
  ThrottleDecision in(ThrottleMode other, String why) {
    return new ThrottleDecision(other, sharpe, standardError, drawdown, days, why, isUnavailable);
  }

  /** The decision where the performance cannot be read: no figure is known. */
  static ThrottleDecision unavailable(String why) {
    return new ThrottleDecision(
        ThrottleMode.SHADOW_MODE,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        "Performance unavailable: " + why + ".",
        true);
  }
}
