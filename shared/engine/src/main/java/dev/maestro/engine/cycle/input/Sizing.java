package dev.maestro.engine.cycle.input;

import dev.maestro.engine.verdict.ReasonCode;

/** Step 8: gives entries their capital, or denies them for the lack of it. */
@FunctionalInterface
public interface Sizing {
  /** Nobody gives capital, so every entry is denied; what stands where nothing was configured. */
  Sizing NONE =
      entry -> entry.deny(ReasonCode.NO_CAPITAL, "no step is configured that gives capital");

  /** Leaves allocations as they are, for simulations whose orders are sized elsewhere. */
  Sizing ALLOCATION_ONLY = entry -> {};

  /** An entry that passed every step before. */
  interface Entry {
    /** Denies it. */
    void deny(ReasonCode code, String sentence);
  }

  /** Sizes one entry. */
  void size(Entry entry);
}
