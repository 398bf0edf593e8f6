package dev.maestro.cli.lab.world;

/**
 * The days of one strategy of which everything is known.
 *
 * <p>Its volatility drifts around 1 % a day: the logarithm returns to its mean with a half-life of
 * 60 days and has a deviation of 0.35.
 */
public final class SimulatedLife {
  /** Days in a year of returns. */
  public static final int YEAR = 252;

  private static final double ROOT = Math.sqrt(YEAR);
  private static final double MEAN_VOLATILITY = 0.01;
  private static final double SPREAD = 0.35;
  private static final double KEPT = StrictMath.pow(0.5, 1 / 60.0);

  private final double[] sharpe;
  private final double[] volatility;
  private final double[] returns;

  private SimulatedLife(int days) {
    sharpe = new double[days];
    volatility = new double[days];
    returns = new double[days];
  }

  /** One life of so many days. */
  public static SimulatedLife of(World world, Noise noise, int days, Dice dice) {
    SimulatedLife life = new SimulatedLife(days);
    double sharpe = world.mean() + world.deviation() * dice.normal();
    double dead = world.meanDead() + world.deviationDead() * dice.normal();
    double drift = SPREAD * dice.normal();
    double stir = SPREAD * Math.sqrt(1 - KEPT * KEPT);
    boolean alive = true;
    for (int day = 0; day < days; day++) {
      alive &= dice.chance() >= world.deathChance();
      drift = KEPT * drift + stir * dice.normal();
      life.sharpe[day] = alive ? sharpe : dead;
      life.volatility[day] = MEAN_VOLATILITY * StrictMath.exp(drift - SPREAD * SPREAD / 2);
      life.returns[day] = life.expected(day) + life.volatility[day] * noise.draw(dice);
    }
    return life;
  }

  /** True annual Sharpe ratio of each day. */
  public double[] sharpe() {
    return sharpe;
  }

  /** True deviation of each day's return, a fraction. */
  public double[] volatility() {
    return volatility;
  }

  /** Return of each day, a fraction. */
  public double[] returns() {
    return returns;
  }

  /** What the day was expected to return, a fraction. */
  public double expected(int day) {
    return volatility[day] * sharpe[day] / ROOT;
  }
}
