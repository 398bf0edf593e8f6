package dev.maestro.embedded.storm.world;

import java.util.List;
import java.util.SplittableRandom;

/** The dice of one schedule: the same seed throws the same. */
public final class Chance {
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  /** The dice of a seed. */
  public Chance(long seed) {
    this.random = new SplittableRandom(seed * SEED_STEP).split();
  }

  /** From 0 to one below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many throws. */
  public boolean oneIn(int throwCount) {
    return random.nextInt(throwCount) == 0;
  }

  /** One of them. */
  public <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of them. */
  public long pick(long... all) {
    return all[random.nextInt(all.length)];
  }
}
