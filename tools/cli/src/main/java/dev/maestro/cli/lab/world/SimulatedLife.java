package dev.maestro.cli.lab.world;

/**
 * The days of one strategy of which everything is known.
 *
 * <p>Its volatility drifts around 1 % a day: the logarithm returns to its mean with a half-life of
 * 60 days and has a deviation of 0.35.
 *
 * @param sharpe true annual Sharpe ratio of each day
 * @param volatility true deviation of each day's return, a fraction
 * @param returns of each day, fractions
 */
public record SimulatedLife(double[] sharpe, double[] volatility, double[] returns) {
  /** Days in a year of returns. */
  public static final int YEAR = 252;

  private static final double ROOT = Math.sqrt(YEAR);
  private static final double MEAN_VOLATILITY = 0.01;
  private static final double SPREAD = 0.35;
  private static final double KEPT = StrictMath.pow(0.5, 1 / 60.0);

  /** One life of so many days. */
  public static SimulatedLife of(World world, Noise noise, int days, Dice dice) {
    SimulatedLife life = new SimulatedLife(new double[days], new double[days], new double[days]);
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

  /** What the day was expected to return, a fraction. */
  public double expected(int day) {
    return volatility[day] * sharpe[day] / ROOT;
  }
}
