package dev.maestro.engine.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times in the canonical form: UTC, ISO-8601, milliseconds cut and not rounded. A record has
 * hundreds of them, so their digits are written one by one.
 */
final class CanonicalTime {
  /** Years before 0 and after 9999, which have a sign or more digits, are left to it. */
  private static final DateTimeFormatter ANY_YEAR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private CanonicalTime() {}

  static String text(Instant instant) {
    if (instant.isBefore(YEAR_0) || !instant.isBefore(YEAR_10000)) {
      return ANY_YEAR.format(instant);
    }
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    byte[] text = "0000-00-00T00:00:00.000Z".getBytes(ISO_8859_1);
    digits(time.getYear(), text, 4);
    digits(time.getMonthValue(), text, 7);
    digits(time.getDayOfMonth(), text, 10);
    digits(time.getHour(), text, 13);
    digits(time.getMinute(), text, 16);
    digits(time.getSecond(), text, 19);
    digits(time.getNano() / 1_000_000, text, 23);
    return new String(text, ISO_8859_1);
  }

  /** Writes a number from its last digit on, which stands before the given place. */
  private static void digits(int number, byte[] text, int end) {
    int place = end;
    for (int rest = number; rest > 0; rest /= 10) {
      text[--place] = (byte) ('0' + rest % 10);
    }
  }
}
