package dev.maestro.testing.reweigh;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.CommitWeightsPort;
import dev.maestro.engine.reweigh.WeightsCommit;
import java.time.Instant;

/**
 * A store before whose every write something else happens.
 *
 * @param meanwhile runs between a read and the write that follows it
 */
public record InterruptedCommits(CommitWeightsPort store, Runnable meanwhile)
    implements CommitWeightsPort {
  @Override
  public boolean commit(WeightsCommit commit) {
    meanwhile.run();
    return store.commit(commit);
  }

  @Override
  public boolean touch(Uid uid, Instant readAt) {
    meanwhile.run();
    return store.touch(uid, readAt);
  }
}
