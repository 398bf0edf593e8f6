package dev.maestro.engine.market.feed;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import java.time.Instant;

/** Keeps the newest bars of each symbol of a tenant. */
public interface BarsPort {
  /**
   * What stands of a symbol. Changes nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer soon
   */
  StandingBars find(TenantId tenant, Symbol symbol);

  /**
   * Puts these bars in the place of those that were found, atomically, and leaves what else is
   * known of the symbol as it is.
   *
   * @param before of the bars that were found
   * @return false if somebody else was faster; nothing is stored then
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it is stored
   */
  boolean replace(
      TenantId tenant, Symbol symbol, BarHistory bars, Instant updatedAt, StoreVersion before);
}
