package dev.maestro.engine.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times in the canonical form: UTC, ISO-8601, milliseconds cut and not rounded; and times as texts
 * with all their digits. A record has hundreds of them, so digits are written one by one.
 */
public final class CanonicalTime {
  /** The last whose text has four digits. */
  private static final int LAST_YEAR = 9999;

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
    if (!isOfFourDigits(instant)) {
      out.ascii(ANY_YEAR.format(instant));
      return;
    }
    seconds(instant.getEpochSecond(), out);
    out.ascii('.');
    out.digits(instant.getNano() / 1_000_000, 3);
    out.ascii('Z');
  }

  /** A time in quotation marks to the nanosecond, as {@link Instant#toString}. */
  public static void exact(Instant instant, CanonicalBytes out) {
    out.ascii('"');
    if (isOfFourDigits(instant)) {
      seconds(instant.getEpochSecond(), out);
      fraction(instant.getNano(), out);
      out.ascii('Z');
    } else {
      out.ascii(instant.toString());
    }
    out.ascii('"');
  }

  /** A day in quotation marks, as {@link LocalDate#toString}. */
  public static void exact(LocalDate day, CanonicalBytes out) {
    out.ascii('"');
    if (day.getYear() >= 0 && day.getYear() <= LAST_YEAR) {
      day(day, out);
    } else {
      out.ascii(day.toString());
    }
    out.ascii('"');
  }

  private static void day(LocalDate day, CanonicalBytes out) {
    out.two(day.getYear() / 100);
    out.two(day.getYear() % 100);
    out.ascii('-');
    out.two(day.getMonthValue());
    out.ascii('-');
    out.two(day.getDayOfMonth());
  }

  /** In groups of three digits, as many as are needed. */
  private static void fraction(int nanos, CanonicalBytes out) {
    if (nanos == 0) {
      return;
    }
    out.ascii('.');
    if (nanos % 1_000_000 == 0) {
      out.digits(nanos / 1_000_000, 3);
    } else if (nanos % 1_000 == 0) {
      out.digits(nanos / 1_000, 6);
    } else {
      out.digits(nanos, 9);
    }
  }

  private static boolean isOfFourDigits(Instant instant) {
    long second = instant.getEpochSecond();
    return second >= YEAR_0 && second < YEAR_10000;
  }

  private static void seconds(long second, CanonicalBytes out) {
    day(LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY)), out);
    int ofDay = Math.floorMod(second, SECONDS_OF_DAY);
    out.ascii('T');
    out.two(ofDay / 3600);
    out.ascii(':');
    out.two(ofDay / 60 % 60);
    out.ascii(':');
    out.two(ofDay % 60);
  }
}
