package dev.maestro.engine.journal.slice;

import dev.maestro.engine.name.Uid;
import java.time.Instant;

/** Reads whole journals. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface ReadSlicePort {
  /**
   * The whole journal of a user, whatever the form of its times.
   *
   * @param now a close later than now + 5 min is a rejection
   * @throws dev.maestro.engine.port.RefusedByStoreException if the store never gives it
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer to the end
   */
  JournalSlice all(Uid uid, Instant now);
}
