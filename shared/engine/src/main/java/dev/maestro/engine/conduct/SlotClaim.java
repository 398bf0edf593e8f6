package dev.maestro.engine.conduct;

import dev.maestro.engine.port.StoreVersion;
import java.time.Instant;

/** What became of the wish to decide a slot. */
public sealed interface SlotClaim {
  /**
   * The slot is ours until the lease ends.
   *
   * @param owner who holds it; a commit by anybody else fails
   * @param version of the store, which it wants back with the commit
   * @param attempts 1 for the first who took it; more: so many took it, and the others before
   *     neither finished nor gave it up
   */
  record Acquired(String owner, StoreVersion version, long attempts) implements SlotClaim {
    /** True if somebody took it before and did not come back: it died, hung or lost the store. */
    public boolean isTakenOver() {
      return attempts > 1;
    }
  }

  /** It is decided already. */
  record Done(String recordId) implements SlotClaim {}

  /** It was given up: nobody decides it any more. */
  record Expired() implements SlotClaim {}

  /** Somebody else is at it; ask again when the lease has ended. */
  record Busy(Instant leaseUntil) implements SlotClaim {}
}
