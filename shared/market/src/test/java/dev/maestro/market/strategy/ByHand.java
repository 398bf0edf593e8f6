package dev.maestro.market.strategy;

/** The indicators once more, written down from their definitions. */
final class ByHand {
  private ByHand() {}

  /** An average that takes a part of each new value in, beginning with the first. */
  static double smoothed(double[] values, double part) {
    double average = values[0];
    for (double value : values) {
      average += part * (value - average);
    }
    return average;
  }

  /** Exponential average over so many bars. */
  static double ema(double[] closes, int bars) {
    return smoothed(closes, 2.0 / (bars + 1));
  }

  /** Average true range(14) of bars from 1 below to 1 above their close. */
  static double atr(double[] closes) {
    double[] ranges = new double[closes.length];
    ranges[0] = 2;
    for (int i = 1; i < closes.length; i++) {
      ranges[i] = Math.max(2, Math.abs(closes[i] - closes[i - 1]) + 1);
    }
    return smoothed(ranges, 1 / 14.0);
  }

  /** ADX(14) of bars from 1 below to 1 above their close. */
  static double adx(double[] closes) {
    double[] dx = new double[closes.length];
    double up = 0;
    double down = 0;
    for (int i = 1; i < closes.length; i++) {
      double change = closes[i] - closes[i - 1];
      up += (Math.max(0, change) - up) / 14;
      down += (Math.max(0, -change) - down) / 14;
      dx[i] = 100 * Math.abs(up - down) / (up + down);
    }
    return smoothed(dx, 1 / 14.0);
  }

  /** RSI(14). */
  static double rsi(double[] closes) {
    double gain = 0;
    double loss = 0;
    for (int i = 1; i < closes.length; i++) {
      double change = closes[i] - closes[i - 1];
      gain += (Math.max(0, change) - gain) / 14;
      loss += (Math.max(0, -change) - loss) / 14;
    }
    return 100 - 100 / (1 + gain / loss);
  }

  /** How many population deviations the last close is below the mean of the last bars. */
  static double deviationsBelow(double[] closes, int bars) {
    double mean = 0;
    for (int i = closes.length - bars; i < closes.length; i++) {
      mean += closes[i] / bars;
    }
    double variance = 0;
    for (int i = closes.length - bars; i < closes.length; i++) {
      variance += (closes[i] - mean) * (closes[i] - mean) / bars;
    }
    return (mean - closes[closes.length - 1]) / Math.sqrt(variance);
  }
}
