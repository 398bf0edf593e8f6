package dev.maestro.engine.verdict;

import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A signal as it leaves the cycle.
 *
 * @param signal as the strategy gave it
 * @param version that the signal names, else the one that its strategy is registered with
 * @param symbol of this part of the signal; a CLOSE_ALL of everything has a part per position
 * @param terms what is left of what it asked for
 * @param exitQuantity units to close, above 0; empty for what is no exit
 * @param mode of the strategy; empty for a strategy that nobody registered
 */
public record DecidedSignal(
    Signal signal,
    Optional<StrategyVersion> version,
    Optional<Symbol> symbol,
    FinalTerms terms,
    Optional<BigDecimal> exitQuantity,
    Optional<ThrottleMode> mode,
    SignalIdentity identity,
    Verdict verdict) {

  /** After the override. */
  public Action action() {
    return terms.action();
  }

  /** After every step, 0 for what is denied or no entry. */
  public BigDecimal allocation() {
    return terms.allocation();
  }

  /** After the override. */
  public BigDecimal confidence() {
    return terms.confidence();
  }

  /** Why a BUY became a HOLD. */
  public Optional<String> overrideReason() {
    return terms.overrideReason();
  }

  /** What an entry reserved; empty for what is denied or no entry. */
  public Optional<Money> notional() {
    return terms.notional();
  }

  /** What made the allocation, and then the notional, smaller, in order. */
  public List<Cut> cuts() {
    return terms.cuts();
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
