package dev.maestro.cli.lab.world;

/**
 * Where the strategies of a simulation come from; Sharpe ratios are annual.
 *
 * @param mean of the Sharpe ratios at the start
 * @param deviation around that mean; 0: all are the same
 * @param daysToDeath after which, on average, a strategy dies; infinite: none does
 * @param meanDead of the Sharpe ratios after death
 * @param deviationDead around that mean
 */
public record World(
    String name,
    double mean,
    double deviation,
    double daysToDeath,
    double meanDead,
    double deviationDead) {

  /** A strategy's Sharpe ratio stays as it was drawn. */
  public static final World STATIC = new World("static", 0.5, 1, Double.POSITIVE_INFINITY, -1, 0.5);

  /** A strategy dies once, after a year and a half on average. */
  public static final World DYING = new World("dying", 0.5, 1, 378, -1, 0.5);

  /** Every strategy has the same Sharpe ratio for ever. */
  public static World of(double sharpe) {
    return new World("Sharpe " + sharpe, sharpe, 0, STATIC.daysToDeath(), STATIC.meanDead(), 0);
  }

  /** The chance that a strategy dies on a day. */
  public double deathChance() {
    return 1 / daysToDeath;
  }
}
