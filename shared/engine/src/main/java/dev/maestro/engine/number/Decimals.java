package dev.maestro.engine.number;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads exact decimals from untyped values; it is no general number parser.
 *
 * <p>A decimal is an optional sign, ASCII digits with an optional point and an optional exponent;
 * white space around it is trimmed. Not a decimal: NaN, infinities, hex, separators, currency
 * signs, booleans, blank text, lists and maps, magnitudes of 1e15 and more, and more than 30
 * decimal places.
 */
public final class Decimals {
  /** No magnitude has more digits before its point. */
  private static final int MAX_INTEGER_DIGITS = 15;

  private static final int MAX_DECIMAL_PLACES = 30;

  /** Longer text is not looked at: its exact value would cost more than any price is worth. */
  private static final int MAX_TEXT_LENGTH = 1000;

  private static final int MAX_LONG_DIGITS = 18;

  private Decimals() {}

  /**
   * Reads one value.
   *
   * @param value a {@link String} or {@link Number}; anything else is not a decimal
   * @return the exact value, or empty if it is not a decimal in the range
   */
  public static Optional<BigDecimal> read(Object value) {
    if (value instanceof String text) {
      return parse(text);
    }
    if (value instanceof BigDecimal decimal) {
      return inRange(decimal);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? parse(value.toString()) : Optional.empty();
    }
    return value instanceof Number ? parse(value.toString()) : Optional.empty();
  }

  private static Optional<BigDecimal> parse(String padded) {
    String text = padded.strip();
    Optional<BigDecimal> plain = parsePlain(text);
    return plain.isPresent() ? plain : parseAny(text);
  }

  /** Sign, at most 18 digits, one point: nearly every number there is, at half the cost. */
  private static Optional<BigDecimal> parsePlain(String text) {
    int length = text.length();
    int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int point = length;
    long digits = 0;
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else if (c == '.' && point == length) {
        point = i;
      } else {
        return Optional.empty();
      }
    }
    int scale = Math.max(0, length - point - 1);
    int count = length - start - (point == length ? 0 : 1);
    if (count < 1 || count > MAX_LONG_DIGITS) {
      return Optional.empty();
    }
    return inRange(BigDecimal.valueOf(text.charAt(0) == '-' ? -digits : digits, scale));
  }

  private static Optional<BigDecimal> parseAny(String text) {
    if (text.length() > MAX_TEXT_LENGTH || !hasOnlyDecimalCharacters(text)) {
      return Optional.empty();
    }
    try {
      return inRange(new BigDecimal(text));
    } catch (NumberFormatException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }

  /** {@link BigDecimal} itself also takes the digits of other scripts. */
  private static boolean hasOnlyDecimalCharacters(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || ".+-eE".indexOf(c) >= 0);
  }

  private static Optional<BigDecimal> inRange(BigDecimal value) {
    if (value.scale() > MAX_DECIMAL_PLACES) {
      return Optional.empty();
    }
    if (value.signum() == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    long integerDigits = (long) value.precision() - value.scale();
    return integerDigits > MAX_INTEGER_DIGITS ? Optional.empty() : Optional.of(value);
  }
}
