package dev.maestro.engine.capital.sizing;

import dev.maestro.engine.number.Money;
import java.util.List;

/**
 * How large an entry may be.
 *
 * @param notional whole cents; 0 where sizing was not reached, with NO_CAPITAL what was left
 * @param cuts the bounds that bit, in their order
 */
public record SizedEntry(SizingCode code, Money notional, List<NotionalCut> cuts) {
  /** Keeps its own list. */
  public SizedEntry {
    cuts = List.copyOf(cuts);
  }

  /** An entry whose price is refused. */
  static SizedEntry refused(SizingCode code) {
    return new SizedEntry(code, Money.ZERO, List.of());
  }

  /** True if it may be reserved. */
  public boolean isReserved() {
    return code == SizingCode.RESERVED;
  }
}
