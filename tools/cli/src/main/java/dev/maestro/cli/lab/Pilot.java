package dev.maestro.cli.lab;

/** Throttles one strategy from day to day. */
interface Pilot {
  /** What the allocation of the day to come is multiplied with, 0..1. */
  double multiplier();

  /**
   * A day is over.
   *
   * @param dayReturn a fraction
   * @param volatility the true one of that day, which only those who know the world may look at
   */
  void learn(double dayReturn, double volatility);
}
