package dev.maestro.embedded.journal.cell;

import dev.maestro.embedded.journal.format.TimeRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Times as a count since 1970: seconds, milliseconds or nanoseconds. A fraction of a nanosecond is
 * dropped.
 */
final class CountedTime {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000L);
  private static final int LONGEST_WHOLE = 19;
  private static final int LONGEST_NUMBER = 20;

  private CountedTime() {}

  /** The time that a number counts; empty if it is none, or none that a clock can show. */
  static Optional<Instant> read(String text, TimeRule.Unit unit) {
    Optional<Instant> plain = plain(text, unit);
    return plain.isPresent() ? plain : exact(text, unit);
  }

  /**
   * Whole counts of usual length, also with {@code .0}, without a decimal for each row; past 63
   * bits the sign turns.
   */
  private static Optional<Instant> plain(String text, TimeRule.Unit unit) {
    int end = text.endsWith(".0") ? text.length() - 2 : text.length();
    if (end == 0 || end > LONGEST_WHOLE) {
      return Optional.empty();
    }
    long count = 0;
    for (int i = 0; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return Optional.empty();
      }
      count = count * 10 + digit - '0';
    }
    if (count < 0 || (unit == TimeRule.Unit.SECONDS && count > Instant.MAX.getEpochSecond())) {
      return Optional.empty();
    }
    return switch (unit) {
      case SECONDS -> Optional.of(Instant.ofEpochSecond(count));
      case MILLIS -> Optional.of(Instant.ofEpochMilli(count));
      default -> Optional.of(Instant.ofEpochSecond(0, count));
    };
  }

  private static Optional<Instant> exact(String text, TimeRule.Unit unit) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() - number.scale() > LONGEST_NUMBER || number.scale() > LONGEST_NUMBER) {
        return Optional.empty();
      }
      BigDecimal nanos =
          switch (unit) {
            case SECONDS -> number.movePointRight(9);
            case MILLIS -> number.movePointRight(6);
            default -> number;
          };
      BigInteger[] parts = nanos.toBigInteger().divideAndRemainder(NANOS_PER_SECOND);
      return Optional.of(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue()));
    } catch (NumberFormatException | ArithmeticException | DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
