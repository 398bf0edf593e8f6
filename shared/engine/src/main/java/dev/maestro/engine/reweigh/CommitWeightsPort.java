package dev.maestro.engine.reweigh;

/**
 * Commits a revision.
 *
 * <p>Atomic: the performance document, the weights document and one log entry are written together
 * or not at all, and only if the performance document is still the one that was read (or is still
 * absent). A commit whose answer was lost is safe to try again from the read: it finds its own
 * revision and has nothing to do.
 */
@FunctionalInterface
public interface CommitWeightsPort {
  /**
   * Writes the revision.
   *
   * @return false if somebody else wrote first; nothing was written then
   * @throws dev.maestro.engine.port.RefusedByStoreException if it can never be written
   * @throws RuntimeException if it is not known whether it was written
   */
  boolean commit(WeightsCommit commit);
}
