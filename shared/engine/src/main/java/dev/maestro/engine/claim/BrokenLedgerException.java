package dev.maestro.engine.claim;

import dev.maestro.engine.capital.invariant.BrokenInvariant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command would have left a ledger, or found one, in which something is not true that must be.
 * Nothing of it was written; trading is REDUCING until a person has looked.
 */
public final class BrokenLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what is broken. */
  public BrokenLedgerException(String ledger, List<BrokenInvariant> broken) {
    super(
        ledger
            + ": "
            + broken.stream().map(BrokenInvariant::toString).collect(Collectors.joining("; "))
            + ": run ./maestro ledger verify, mend what it names, then resume");
  }
}
