package dev.maestro.cli.lab.world;

import java.util.SplittableRandom;

/** Random numbers that are the same on every machine for the same seed. */
public final class Dice {
  private static final long LIFE_STEP = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** The dice of one life, whatever was thrown for the others. */
  public static Dice of(long seed, int life) {
    return new Dice(new SplittableRandom(seed + LIFE_STEP * (life + 1L)).split());
  }

  /** Uniform, above 0 and below 1. */
  double chance() {
    double chance = random.nextDouble();
    return chance > 0 ? chance : Double.MIN_NORMAL;
  }

  /** Standard normal: the polar method (Marsaglia and Bray 1964). */
  double normal() {
    while (true) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }
}
