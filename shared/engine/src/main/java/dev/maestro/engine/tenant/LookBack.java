package dev.maestro.engine.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From when on cycles look for closed trades, and which closes they would therefore miss. */
public final class LookBack {
  /** Whoever writes a journal may be late, and a loss that is missed would loosen. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** What of the overlap a close may use up; the rest is for clocks that differ. */
  private static final Duration IN_TIME = Duration.ofMinutes(5);

  /** What is looked through when nobody has looked yet. */
  private static final Duration FIRST_LOOK = Duration.ofDays(30);

  private LookBack() {}

  /**
   * Where a look begins: 10 minutes before the last one, or 30 days before now.
   *
   * @param watermark of the statistics: the time of the last look; empty: none counts
   */
  public static Instant from(Optional<Instant> watermark, Instant now) {
    return watermark.map(time -> time.minus(OVERLAP)).orElse(now.minus(FIRST_LOOK));
  }

  /**
   * True if a close that became known just now may lie before every look to come, so that somebody
   * has to ask for another first look: it is more than 5 minutes old. False again for one that a
   * first look would not find either.
   */
  public static boolean isLate(Instant closedAt, Instant now) {
    return closedAt.isBefore(now.minus(IN_TIME)) && !closedAt.isBefore(now.minus(FIRST_LOOK));
  }
}
