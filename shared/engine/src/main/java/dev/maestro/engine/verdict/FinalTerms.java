package dev.maestro.engine.verdict;

import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.Action;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the steps of a cycle left of what a signal asked for.
 *
 * @param action after the override
 * @param allocation after every step, 0 for what is denied or no entry
 * @param confidence after the override
 * @param notional of an entry that has its capital
 * @param overrideReason why a BUY became a HOLD
 */
public record FinalTerms(
    Action action,
    BigDecimal allocation,
    BigDecimal confidence,
    Optional<Money> notional,
    Optional<String> overrideReason,
    List<Cut> cuts) {
  /** Keeps its own list. */
  public FinalTerms {
    cuts = List.copyOf(cuts);
  }
}
