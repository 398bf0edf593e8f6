package dev.maestro.embedded.memory;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.CommitWeightsPort;
import dev.maestro.engine.reweigh.WeightsCommit;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * A store in its worst hours: between read and commit others go on, commits lose, answers are lost
 * after the commit and processes die before it. What it does is decided by the source of randomness
 * alone, so every run can be had again.
 */
public final class AdversarialWeights implements CommitWeightsPort {
  private final MemoryWeights weights;
  private final RandomGenerator random;
  private final Runnable meanwhile;

  /**
   * Spoils commits to a store.
   *
   * @param meanwhile what others do between a read and its commit
   */
  public AdversarialWeights(MemoryWeights weights, RandomGenerator random, Runnable meanwhile) {
    this.weights = weights;
    this.random = random;
    this.meanwhile = meanwhile;
  }

  /** The process is gone, or its connection is: whether it wrote is not known. */
  public static final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostException(String message) {
      super(message);
    }
  }

  @Override
  public boolean commit(WeightsCommit commit) {
    return spoiled(() -> weights.commit(commit));
  }

  @Override
  public boolean touch(Uid uid, Instant readAt) {
    return spoiled(() -> weights.touch(uid, readAt));
  }

  private boolean spoiled(BooleanSupplier write) {
    int fate = random.nextInt(10);
    if (fate < 3) {
      meanwhile.run();
    }
    if (fate == 3) {
      throw new LostException("the process died before its write");
    }
    if (fate == 4) {
      return false;
    }
    boolean won = write.getAsBoolean();
    if (won && fate == 5) {
      throw new LostException("the write succeeded, and its answer was lost");
    }
    return won;
  }
}
