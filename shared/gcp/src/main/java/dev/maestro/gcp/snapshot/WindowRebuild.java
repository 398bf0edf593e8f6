package dev.maestro.gcp.snapshot;

import java.time.Instant;

/** Makes the windows of a user anew from the journal. */
@FunctionalInterface
public interface WindowRebuild {
  /**
   * Rebuilds and weighs again; writes nothing if the stored windows were right. Idempotent.
   *
   * @return true if they were not
   */
  boolean rebuild(String uid, Instant now);
}
