package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.command.Archive;

/** Who looks at every command that counts. */
@FunctionalInterface
public interface CommitWatch {
  /**
   * A command was committed, or answered without a write.
   *
   * @param archive before its effects are written
   * @param switchesBefore the number of switches thrown when its transaction began
   */
  void committed(Ran ran, Archive archive, long switchesBefore);
}
