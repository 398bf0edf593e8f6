package dev.maestro.engine.why;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far and in which steps something can be turned.
 *
 * @param unit of a change that people are told of
 * @param step half a unit, in which is searched; of a whole number the unit itself
 * @param farthest from 0, in the direction in which it is turned
 * @param sign 1: a larger value is looser, -1: a smaller one
 */
record Scale(String unit, BigDecimal step, BigDecimal farthest, int sign) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  static Scale up(String unit, String size, String farthest) {
    return new Scale(unit, new BigDecimal(size).divide(TWO), new BigDecimal(farthest), 1);
  }

  static Scale down(String unit, String size, String farthest) {
    return new Scale(unit, new BigDecimal(size).divide(TWO), new BigDecimal(farthest).negate(), -1);
  }

  static Scale whole(String unit, String farthest) {
    return new Scale(unit, BigDecimal.ONE, new BigDecimal(farthest), 1);
  }

  /** The number of the last step that is not looser than a value. */
  long stepAt(BigDecimal value) {
    return value
        .multiply(BigDecimal.valueOf(sign))
        .divide(step, 0, RoundingMode.FLOOR)
        .longValueExact();
  }

  /** The number of the farthest step. */
  long last() {
    return stepAt(farthest);
  }

  /** The value at a step. */
  BigDecimal at(long number) {
    return step.multiply(BigDecimal.valueOf(number)).multiply(BigDecimal.valueOf(sign));
  }
}
