package dev.maestro.local.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * When a job is due, in UTC: minute and hour of a cron line, each a number, {@code *} or {@code
 * *}{@code /N}; the three fields for days must be {@code *}.
 */
public final class CronLine {
  private static final int FIELDS = 5;
  private static final int MINUTES = 60;
  private static final int HOURS = 24;

  private final BitSet minutes;
  private final BitSet hours;

  private CronLine(BitSet minutes, BitSet hours) {
    this.minutes = minutes;
    this.hours = hours;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying what it must be
   */
  public static CronLine parse(String line) {
    String[] fields = line.strip().split("\\s+", -1);
    if (fields.length != FIELDS
        || !fields[2].equals("*")
        || !fields[3].equals("*")
        || !fields[4].equals("*")) {
      throw unreadable(line);
    }
    return new CronLine(field(fields[0], MINUTES, line), field(fields[1], HOURS, line));
  }

  /** The first time after the given one. */
  public Instant next(Instant after) {
    ZonedDateTime minute =
        after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    while (!minutes.get(minute.getMinute()) || !hours.get(minute.getHour())) {
      minute = minute.plusMinutes(1);
    }
    return minute.toInstant();
  }

  private static BitSet field(String text, int end, String line) {
    BitSet values = new BitSet(end);
    if (text.matches("\\d{1,2}") && Integer.parseInt(text) < end) {
      values.set(Integer.parseInt(text));
    } else if (text.matches("\\*(/[1-9]\\d?)?")) {
      int step = text.equals("*") ? 1 : Integer.parseInt(text.substring(2));
      for (int value = 0; value < end; value += step) {
        values.set(value);
      }
    } else {
      throw unreadable(line);
    }
    return values;
  }

  private static IllegalArgumentException unreadable(String line) {
    return new IllegalArgumentException(
        "a schedule is 'MINUTE HOUR * * *' with a number, * or */N each, got '" + line + "'");
  }
}
