package dev.maestro.engine.verdict;

import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.ThrottleMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A signal as it leaves the cycle.
 *
 * @param signal as the strategy gave it
 * @param action after the override
 * @param symbol of this part of the signal; a CLOSE_ALL of everything has a part per position
 * @param allocation after every step, 0 for what is denied or no entry
 * @param confidence after the override
 * @param exitQuantity units to close, above 0; empty for what is no exit
 * @param mode of the strategy; empty for a strategy that nobody registered
 * @param overrideReason why a BUY became a HOLD
 */
public record DecidedSignal(
    Signal signal,
    Action action,
    Optional<Symbol> symbol,
    BigDecimal allocation,
    BigDecimal confidence,
    Optional<BigDecimal> exitQuantity,
    Optional<ThrottleMode> mode,
    Optional<String> overrideReason,
    SignalIdentity identity,
    Verdict verdict,
    List<Cut> cuts) {
  /** Keeps its own list. */
  public DecidedSignal {
    cuts = List.copyOf(cuts);
  }

  /** True if it closes what is held, and may do nothing else. */
  public boolean isExit() {
    return exitQuantity.isPresent();
  }

  /** True if it may go on to an executor. */
  public boolean isApproved() {
    return verdict.outcome() == Verdict.Outcome.APPROVED;
  }
}
