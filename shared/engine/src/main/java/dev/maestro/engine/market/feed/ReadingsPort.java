package dev.maestro.engine.market.feed;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/** Keeps the newest readings of a tenant. */
public interface ReadingsPort {
  /** What became of readings. */
  enum Outcome {
    /** They stand now. */
    STORED,
    /** A newer reading of the index or the ensemble stands; nothing is stored. */
    NOT_NEWER,
    /** Nobody has sent bars of a symbol whose costs were sent; nothing is stored. */
    NO_BARS
  }

  /**
   * Stores all of them or none, atomically. The same again changes nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether they are stored
   */
  Outcome put(TenantId tenant, MarketReadings readings, Instant now);
}
