package dev.maestro.engine.conduct.evaluate;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import java.time.Duration;
import java.time.Instant;

/** Where evaluations outside cycles are held apart and stored. */
public interface EvaluationsPort {
  /** What became of the wish to evaluate. */
  sealed interface Turn {
    /**
     * It is ours until the lease ends.
     *
     * @param version of the lease and of the policy in force, wanted back with the commit
     */
    record Ours(StoreVersion version) implements Turn {}

    /**
     * Somebody else is at it: another call, or the cycle of the slot.
     *
     * @param id of the one that runs
     */
    record Running(String id, Instant leaseUntil) implements Turn {}
  }

  /**
   * Takes the tenant's turn, unless the slot's cycle or another evaluation runs. Atomic: of two
   * callers at once one has it. What is loaded afterwards is at least as new as its version.
   */
  Turn acquire(TenantId tenant, Slot slot, String owner, Instant now, Duration lease);

  /**
   * Stores an evaluation with its entry of the history and what is counted of it, and ends the
   * turn; all or nothing. It stores nothing if the turn is not ours any more, or if the policy in
   * force was changed since the turn was taken.
   *
   * @return false if nothing was stored
   */
  boolean commit(TenantId tenant, Turn.Ours turn, MetaState state, Metrics counted);

  /** Ends a turn in which nothing is stored; one that is not ours any more is left alone. */
  void release(TenantId tenant, Turn.Ours turn);
}
