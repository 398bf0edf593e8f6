package dev.maestro.embedded.journal.pnl;

import java.util.Arrays;
import java.util.Optional;

/** The newest ratios of a kind, at most 256, and what nearly all of them are. */
final class Ratios {
  private static final int KEPT = 256;
  private static final int FEW = 5;
  private static final double NEARLY_ALL = 0.8;
  private static final double NEAR = 0.25;
  private static final double SAME = 0.1;

  private double[] newest = new double[FEW];
  private long count;

  void add(double ratio) {
    int at = (int) (count % KEPT);
    if (at == newest.length) {
      newest = Arrays.copyOf(newest, Math.min(KEPT, 2 * newest.length));
    }
    newest[at] = ratio;
    count++;
  }

  /** How many are looked at. */
  int size() {
    return (int) Math.min(count, KEPT);
  }

  /**
   * The median, if nearly all are near to it: four of five within a quarter; of three or four all
   * of them, of two within a tenth. Empty for a single one, which any accident may be.
   */
  Optional<Double> common() {
    int size = size();
    if (size < 2) {
      return Optional.empty();
    }
    double[] sorted = Arrays.copyOf(newest, size);
    Arrays.sort(sorted);
    double median = sorted[size / 2];
    double width = size == 2 ? SAME : NEAR;
    long near = Arrays.stream(sorted).filter(each -> isNear(each, median, width)).count();
    boolean isCommon = size < FEW ? near == size : near >= NEARLY_ALL * size;
    return isCommon ? Optional.of(median) : Optional.empty();
  }

  private static boolean isNear(double ratio, double median, double width) {
    return Math.abs(ratio - median) <= width * median;
  }
}
