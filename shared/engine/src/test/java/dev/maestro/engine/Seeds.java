package dev.maestro.engine;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Holds a law over many seeds; a failure names the seed that breaks it. */
public final class Seeds {
  private static final int COUNT = Integer.getInteger("maestro.seeds", 1000);

  private Seeds() {}

  /** Tries the law once per seed. */
  public static void forEach(Consumer<SplittableRandom> law) {
    run(COUNT, law);
  }

  /** Tries the law with ten times as many seeds. */
  public static void forTenTimesAsMany(Consumer<SplittableRandom> law) {
    run(10 * COUNT, law);
  }

  private static void run(int count, Consumer<SplittableRandom> law) {
    for (long seed = 1; seed <= count; seed++) {
      try {
        law.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed + ": " + broken, broken);
      }
    }
  }
}
