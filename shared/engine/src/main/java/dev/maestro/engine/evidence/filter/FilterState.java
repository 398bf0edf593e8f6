package dev.maestro.engine.evidence.filter;

/**
 * Where the filter stands after some rows: all it needs to go on with the next one.
 *
 * @param belief about the annual Sharpe ratio after the last row, before the change that may come
 *     with the next
 * @param rows so far, at least 0
 * @param squares decayed sum of the squared returns
 * @param weights decayed count of the rows
 */
public record FilterState(SharpeDistribution belief, int rows, double squares, double weights) {
  /** Refuses what no rows can leave behind. */
  public FilterState {
    if (!(rows >= 0 && squares >= 0 && weights >= 0) || Double.isInfinite(squares + weights)) {
      throw new IllegalArgumentException(
          "rows, squares and weights must be finite and at least 0, got "
              + rows
              + ", "
              + squares
              + ", "
              + weights);
    }
  }

  /** The variance of a day, a squared fraction; 0: not known. */
  double variance() {
    return weights > 0 ? squares / weights : 0;
  }
}
