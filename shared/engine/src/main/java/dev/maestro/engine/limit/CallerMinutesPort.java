package dev.maestro.engine.limit;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;

/** Keeps the newest minute of each caller, for all instances of the API together. */
public interface CallerMinutesPort {
  /**
   * What is stored of a caller. Changes nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer soon
   */
  StandingMinute find(TenantId tenant, Uid caller);

  /**
   * Puts a minute in the place of the one that was found, atomically. Who loses is kept back for a
   * moment, so that the losers do not all come again at once.
   *
   * @param before of the minute that was found
   * @return false if another instance was faster; nothing is stored then
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it is stored
   */
  boolean replace(TenantId tenant, Uid caller, CallerMinute next, StoreVersion before);
}
