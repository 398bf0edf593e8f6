package dev.maestro.engine.reweigh;

import dev.maestro.engine.name.Uid;
import java.time.Instant;

/**
 * Commits a revision.
 *
 * <p>Atomic: the performance document, the weights document and one log entry are written together
 * or not at all, and only if the performance document is still the one that was read (or is still
 * absent). A commit whose answer was lost is safe to try again from the read: it finds its own
 * revision and has nothing to do.
 */
public interface CommitWeightsPort {
  /**
   * Writes the revision.
   *
   * @return false if somebody else wrote first; nothing was written then
   * @throws dev.maestro.engine.port.RefusedByStoreException if it can never be written
   * @throws RuntimeException if it is not known whether it was written
   */
  boolean commit(WeightsCommit commit);

  /**
   * Writes the performance document's update time and nothing that counts, so that nobody who read
   * it before can commit any more.
   *
   * @param readAt the state that was read
   * @return false if somebody else wrote first; nothing was written then
   * @throws RuntimeException if it is not known whether it was written
   */
  boolean touch(Uid uid, Instant readAt);
}
