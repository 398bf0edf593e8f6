package dev.maestro.engine.weights;

/**
 * Softmax over a part of the agents: exp(score/T), made to add up to 1 within the part.
 *
 * <p>Each part subtracts its own maximum, so what is shared among low scores never underflows to
 * nothing. {@link StrictMath} gives the same bits on every JVM.
 */
final class Softmax {
  private Softmax() {}

  /** Shares of the members, 0 for everybody else; all 0 without members. */
  static double[] shares(double[] scores, boolean[] members, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      if (members[i]) {
        max = Math.max(max, scores[i]);
      }
    }
    double[] shares = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      if (members[i]) {
        shares[i] = StrictMath.exp((scores[i] - max) / temperature);
        sum += shares[i];
      }
    }
    for (int i = 0; i < scores.length; i++) {
      shares[i] = members[i] ? shares[i] / sum : 0;
    }
    return shares;
  }
}
