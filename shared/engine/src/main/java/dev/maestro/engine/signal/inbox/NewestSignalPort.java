package dev.maestro.engine.signal.inbox;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import java.util.Optional;

/** Keeps the newest signal of each strategy. */
public interface NewestSignalPort {
  /**
   * What stands of a strategy; empty if the tenant has no such strategy. Changes nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer soon
   */
  Optional<StandingSignal> find(TenantId tenant, StrategyId strategy);

  /**
   * Puts a signal in place of the one that was found, atomically. Who loses is kept back for a
   * moment, so that the losers do not all come again at once.
   *
   * @param before of the signal that was found
   * @return false if somebody else was faster; nothing is stored then
   * @throws dev.maestro.engine.port.RefusedByStoreException if the store can never hold it
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it is stored
   */
  boolean replace(TenantId tenant, StrategyId strategy, KeptSignal signal, StoreVersion before);
}
