package dev.maestro.engine.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times in the canonical form: UTC, ISO-8601, milliseconds cut and not rounded. A record has
 * hundreds of them, so their digits are written one by one.
 */
final class CanonicalTime {
  private static final int SECONDS_OF_DAY = 86_400;

  /** What the text of a year from 0 to 9999 takes. */
  private static final int LENGTH = 24;

  /** Years before 0 and after 9999, which have a sign or more digits, are left to it. */
  private static final DateTimeFormatter ANY_YEAR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

  private CanonicalTime() {}

  static String text(Instant instant) {
    CanonicalBytes out = new CanonicalBytes(LENGTH);
    append(instant, out);
    return out.text();
  }

  static void append(Instant instant, CanonicalBytes out) {
    long second = instant.getEpochSecond();
    if (second < YEAR_0 || second >= YEAR_10000) {
      out.ascii(ANY_YEAR.format(instant));
      return;
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY));
    int ofDay = Math.floorMod(second, SECONDS_OF_DAY);
    out.digits(day.getYear(), 4);
    out.ascii('-');
    out.digits(day.getMonthValue(), 2);
    out.ascii('-');
    out.digits(day.getDayOfMonth(), 2);
    out.ascii('T');
    out.digits(ofDay / 3600, 2);
    out.ascii(':');
    out.digits(ofDay / 60 % 60, 2);
    out.ascii(':');
    out.digits(ofDay % 60, 2);
    out.ascii('.');
    out.digits(instant.getNano() / 1_000_000, 3);
    out.ascii('Z');
  }
}
