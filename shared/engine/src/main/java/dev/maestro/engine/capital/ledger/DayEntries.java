package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.intent.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The entries of one UTC day that have ended FILLED; those still open are counted from the open
 * ones.
 *
 * @param day on which they were reserved
 * @param filled how many
 */
public record DayEntries(LocalDate day, int filled) {
  /** Before the first. */
  public static final DayEntries NONE = new DayEntries(LocalDate.EPOCH, 0);

  /** The UTC day of a time. */
  public static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** With an entry that has just become FILLED; one of an earlier day counts for none. */
  public DayEntries withFilled(Intent entry) {
    LocalDate reserved = dayOf(entry.order().reservedAt());
    if (reserved.isBefore(day)) {
      return this;
    }
    return new DayEntries(reserved, reserved.equals(day) ? filled + 1 : 1);
  }

  /** How many of a day have ended FILLED. */
  public int filledOn(LocalDate other) {
    return day.equals(other) ? filled : 0;
  }
}
