package dev.maestro.engine.narration.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a text writes it: {@code 4}, {@code 0.82}, {@code -52.0%}, {@code $1,250.50}.
 *
 * @param value with as many places as were written
 * @param isPercent true: the value is in percent
 */
record WrittenNumber(BigDecimal value, boolean isPercent) {
  /** Groups of three or none; no leading zeros, for they could join two numbers into one. */
  private static final Pattern FORM =
      Pattern.compile(
          "([-+]?)\\$?((?:0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d{0,14})(?:\\.\\d{1,10})?)(%?)");

  /** The number that a chunk of text is; empty: it is none, or nobody can be sure which. */
  static Optional<WrittenNumber> of(String chunk) {
    Matcher form = FORM.matcher(chunk);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal size = new BigDecimal(form.group(2).replace(",", ""));
    return Optional.of(
        new WrittenNumber(
            form.group(1).equals("-") ? size.negate() : size, !form.group(3).isEmpty()));
  }

  WrittenNumber inPercent() {
    return new WrittenNumber(value, true);
  }

  WrittenNumber negated() {
    return new WrittenNumber(value.negate(), isPercent);
  }

  /**
   * True if this is how the fact is written: exactly, or rounded half-even to the places written
   * with two digits that count. A single digit is exact, or every 7.6 would be some 8.
   */
  boolean says(BigDecimal fact) {
    if (value.compareTo(fact) == 0) {
      return true;
    }
    boolean isPrecise = value.signum() != 0 && value.precision() >= 2;
    return isPrecise && fact.setScale(value.scale(), RoundingMode.HALF_EVEN).compareTo(value) == 0;
  }

  /** A whole count; empty: it is none. */
  Optional<Integer> count() {
    boolean isCount = !isPercent && value.scale() == 0 && value.signum() >= 0;
    return isCount && value.precision() < 9 ? Optional.of(value.intValueExact()) : Optional.empty();
  }
}
