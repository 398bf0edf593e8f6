package dev.maestro.embedded.journal.fill;

import java.time.Instant;

/** In which order the executions of a file stand, and in which they are matched. */
public enum FillOrder {
  /** As they are matched. */
  OLDEST_FIRST("oldest first"),
  /** Turned round before they are matched; those of one time too. */
  NEWEST_FIRST("newest first in the file: matched from its end, oldest first"),
  /** Sorted before they are matched. */
  MIXED("not by time in the file: sorted, those of one time in the order of the file");

  private final String words;

  FillOrder(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Finds the order of times that come one by one. */
  public static final class Scan {
    private Instant last = Instant.MIN;
    private boolean hasRise;
    private boolean hasFall;

    /** The next time in the file. */
    public void add(Instant at) {
      hasRise |= at.isAfter(last) && !last.equals(Instant.MIN);
      hasFall |= at.isBefore(last);
      last = at;
    }

    /** The order of all that came. */
    public FillOrder order() {
      if (!hasFall) {
        return OLDEST_FIRST;
      }
      return hasRise ? MIXED : NEWEST_FIRST;
    }
  }
}
