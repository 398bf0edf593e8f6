package dev.maestro.cli.lab;

import dev.maestro.cli.lab.world.Noise;
import dev.maestro.cli.lab.world.SimulatedLife;
import dev.maestro.cli.lab.world.World;

/**
 * The best that anybody could do who knows everything of the world but the strategy's own Sharpe
 * ratio and whether it has died: all on while more than 0 is to be expected, all off otherwise.
 */
final class KnowingPilot implements Pilot {
  private static final int POINTS = 91;
  private static final double LOWEST = -4.5;
  private static final double STEP = 0.1;
  private static final double ROOT = Math.sqrt(SimulatedLife.YEAR);

  private final Noise noise;
  private final double deathChance;
  private final double[] firstDead;
  private final double[] alive;
  private final double[] dead = new double[POINTS];

  KnowingPilot(World world, Noise noise) {
    this.noise = noise;
    this.deathChance = world.deathChance();
    this.alive = bell(world.mean(), world.deviation());
    this.firstDead = bell(world.meanDead(), world.deviationDead());
  }

  private static double[] bell(double mean, double deviation) {
    double[] bell = new double[POINTS];
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double distance = (sharpeAt(i) - mean) / Math.max(deviation, STEP / 2);
      bell[i] = StrictMath.exp(-distance * distance / 2);
      sum += bell[i];
    }
    for (int i = 0; i < POINTS; i++) {
      bell[i] /= sum;
    }
    return bell;
  }

  private static double sharpeAt(int point) {
    return LOWEST + STEP * point;
  }

  /** The alive may die before the day, and then are what the dead are. */
  @Override
  public double multiplier() {
    double ofAlive = 0;
    double ofDead = 0;
    double died = 0;
    double dying = 0;
    for (int i = 0; i < POINTS; i++) {
      ofAlive += alive[i] * sharpeAt(i);
      ofDead += dead[i] * sharpeAt(i);
      died += alive[i];
      dying += firstDead[i] * sharpeAt(i);
    }
    return (1 - deathChance) * ofAlive + ofDead + deathChance * died * dying > 0 ? 1 : 0;
  }

  @Override
  public void learn(double dayReturn, double volatility) {
    double living = 0;
    for (double chance : alive) {
      living += chance;
    }
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double likelihood = noise.likelihood(dayReturn / volatility - sharpeAt(i) / ROOT);
      dead[i] = (dead[i] + deathChance * living * firstDead[i]) * likelihood;
      alive[i] *= (1 - deathChance) * likelihood;
      sum += alive[i] + dead[i];
    }
    for (int i = 0; i < POINTS; i++) {
      alive[i] /= sum;
      dead[i] /= sum;
    }
  }
}
