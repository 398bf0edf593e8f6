package dev.maestro.engine.why;

import java.math.BigDecimal;

/**
 * What would have lifted one reason, or made one cut none.
 *
 * @param code of the reason or the cut
 * @param what the limit or the input that is changed
 * @param from as it was
 * @param to the nearest value that lifts it
 * @param below half a unit before {@code to}, of a whole number a whole one: not enough
 * @param unit with a blank before it, or empty
 */
public record Change(
    String code, String what, BigDecimal from, BigDecimal to, BigDecimal below, String unit) {
  /** {@code confidence 0.58 < 0.6}. */
  String comparison() {
    String relation = from.compareTo(to) < 0 ? " < " : " > ";
    return what + " " + plain(from) + relation + plain(to) + unit;
  }

  /** {@code at 0.6}. */
  String target() {
    return "at " + plain(to) + unit;
  }

  /** {@code EXPOSURE total_exposure_limit 10.4 % instead of 10 %}. */
  String instead() {
    return code + " " + what + " " + plain(to) + unit + " instead of " + plain(from) + unit;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
