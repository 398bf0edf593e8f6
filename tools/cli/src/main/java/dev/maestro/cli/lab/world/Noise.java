package dev.maestro.cli.lab.world;

/** What a day adds to what was to be expected; mean 0 and deviation 1. */
public enum Noise {
  /** Student's t with 4 degrees of freedom: fat tails, as daily returns have them. */
  T4 {
    @Override
    public double draw(Dice dice) {
      double chance = dice.chance();
      double spread = 2 * Math.sqrt(chance * (1 - chance));
      double root = StrictMath.cos(StrictMath.acos(spread) / 3) / spread;
      return StrictMath.copySign(SQRT_HALF * 2 * Math.sqrt(Math.max(0, root - 1)), chance - 0.5);
    }

    @Override
    public double likelihood(double x) {
      double base = 1 + x * x / 2;
      return 1 / (base * base * Math.sqrt(base));
    }
  },
  /** The bell curve. */
  NORMAL {
    @Override
    public double draw(Dice dice) {
      return dice.normal();
    }

    @Override
    public double likelihood(double x) {
      return StrictMath.exp(-x * x / 2);
    }
  };

  private static final double SQRT_HALF = Math.sqrt(0.5);

  /** One day's. */
  public abstract double draw(Dice dice);

  /** The density at x, but for a factor. */
  public abstract double likelihood(double x);
}
