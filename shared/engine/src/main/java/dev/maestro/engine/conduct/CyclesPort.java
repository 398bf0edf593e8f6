package dev.maestro.engine.conduct;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.metrics.CycleEnd;
import dev.maestro.engine.name.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Where cycles are read from and stored; one tenant's slot is decided by one owner at a time. */
public interface CyclesPort {
  /**
   * Takes the slot for an owner if nobody holds it, or if the lease of who held it has ended.
   * Atomic: of two callers at once one acquires. Asking again as the same owner is no taking over.
   */
  SlotClaim acquire(TenantId tenant, Slot slot, String owner, Instant now, Duration lease);

  /**
   * Everything a cycle of this tenant starts from, as it is stored now. Changes nothing.
   *
   * @throws UnknownTenantException if there is no such tenant, or nothing of it can be read
   */
  Situation load(TenantId tenant, Instant now);

  /**
   * Which of these intents there are, open or ended; one call. Changes nothing.
   *
   * @param nonces not empty
   */
  Set<Nonce> known(TenantId tenant, Set<Nonce> nonces);

  /**
   * Stores a cycle: slot, record, head of the chain, policy, statistics, the ledger with its
   * intents, and adds what is counted of it, all or nothing. Counts that are lost or cannot be read
   * begin again with it and are no reason not to store it. It stores nothing if the slot is not
   * held by the owner any more, or if anything that it replaces was changed since it was loaded. A
   * commit whose answer is lost may have been stored: {@link #acquire} tells.
   *
   * @return false if nothing was stored
   */
  boolean commit(CycleCommit commit);

  /**
   * Marks a slot as one that nobody decides any more; its owner gives it up, and how it ended is
   * counted with it. Nothing happens if the owner does not hold it any more.
   */
  void expire(TenantId tenant, Slot slot, SlotClaim.Acquired claim, CycleEnd end, Instant now);
}
