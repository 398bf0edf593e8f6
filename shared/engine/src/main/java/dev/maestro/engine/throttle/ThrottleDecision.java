package dev.maestro.engine.throttle;

import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.throttle.mode.ThrottleMethod;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mode of one strategy and why.
 *
 * @param sharpe annual; empty if unknown
 * @param standardError of the annual Sharpe ratio; empty if it cannot be taken
 * @param drawdown a fraction of at most 0; empty if the performance is unknown
 * @param days closed days that counted
 * @param isUnavailable true if the performance could not be read
 * @param evidence of all its days with exposure, whatever the method; empty: none is kept
 * @param other what the other method calls for; empty: that is not known
 */
public record ThrottleDecision(
    ThrottleMode mode,
    OptionalDouble sharpe,
    OptionalDouble standardError,
    OptionalDouble drawdown,
    int days,
    String reasoning,
    boolean isUnavailable,
    Optional<EvidenceFigures> evidence,
    Optional<OtherMethod> other) {

  /** What the method calls for that does not decide, before anything is remembered. */
  public record OtherMethod(ThrottleMethod method, ThrottleMode mode, String reasoning) {
    /** One line: {@code EVIDENCE: REDUCED. Expected Sharpe 0.12 < 0.25 (...). Reducing ...} */
    public String line() {
      return method + ": " + mode + ". " + reasoning;
    }
  }

  /** What an allocation is multiplied with. */
  public BigDecimal multiplier() {
    return mode.multiplier();
  }

  /** The same figures under a mode that is at least as tight as the given one. */
  public ThrottleDecision atLeast(ThrottleMode limit, String why) {
    return limit.isTighterThan(mode) ? in(limit, why) : this;
  }

  /** The same figures in a mode, for the given reason. */
  ThrottleDecision in(ThrottleMode limit, String why) {
    return new ThrottleDecision(
        limit, sharpe, standardError, drawdown, days, why, isUnavailable, evidence, other);
  }

  /** The same with what the evidence says, and the other method. */
  ThrottleDecision beside(Optional<EvidenceFigures> figures, Optional<OtherMethod> unused) {
    return new ThrottleDecision(
        mode, sharpe, standardError, drawdown, days, reasoning, isUnavailable, figures, unused);
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
        true,
        Optional.empty(),
        Optional.empty());
  }
}
