package dev.maestro.engine.conduct.narration;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;

/** Where the words about a stored cycle are put. */
@FunctionalInterface
public interface NarrationsPort {
  /**
   * Puts summary and narration beside a record, in the fields that stand outside its hash; nothing
   * else of it changes. Putting the same twice is putting it once. Takes some seconds at most.
   *
   * @param recordId of a record that is stored
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer; the record
   *     then stands as it was committed
   */
  void put(TenantId tenant, String recordId, String summary, Narration narration);
}
