package dev.maestro.embedded.journal.format;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an export writes a time. One with an offset is always taken as it stands.
 *
 * @param unit what a bare number counts
 * @param patterns of times without an offset, with the letters yMdHhmsa, tried in order
 * @param zone of those times, where the export's documentation names it; otherwise {@code --zone}
 *     has to
 */
public record TimeRule(Unit unit, List<String> patterns, Optional<ZoneId> zone) {
  /** What a bare number counts since 1970, in UTC. */
  public enum Unit {
    /** A bare number is no time. */
    NONE,
    /** Seconds. */
    SECONDS,
    /** Milliseconds. */
    MILLIS,
    /** Nanoseconds. */
    NANOS
  }

  private static final List<String> LOCAL_ISO =
      List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm");

  private static final String DATE = "yyyy-MM-dd";

  /**
   * ISO-8601; without an offset the zone has to be said. A date without a time of day, as daily
   * bars have it, is its 00:00 in that zone.
   */
  public static final TimeRule ISO =
      new TimeRule(
          Unit.NONE, Stream.concat(LOCAL_ISO.stream(), Stream.of(DATE)).toList(), Optional.empty());

  /** ISO-8601; without an offset it is UTC, as the export's documentation says. */
  public static final TimeRule UTC =
      new TimeRule(Unit.NONE, LOCAL_ISO, Optional.of(ZoneOffset.UTC));

  /** Unix seconds. */
  public static final TimeRule SECONDS = new TimeRule(Unit.SECONDS, List.of(), Optional.empty());

  /** Unix milliseconds. */
  public static final TimeRule MILLIS = new TimeRule(Unit.MILLIS, List.of(), Optional.empty());

  /** Unix nanoseconds. */
  public static final TimeRule NANOS = new TimeRule(Unit.NANOS, List.of(), Optional.empty());

  /** Keeps its own list. */
  public TimeRule {
    patterns = List.copyOf(patterns);
  }

  /** Times of the given patterns, or ISO-8601. */
  public static TimeRule of(String... patterns) {
    return new TimeRule(Unit.NONE, concat(List.of(patterns)), Optional.empty());
  }

  /** The same, without an offset in UTC. */
  public TimeRule inUtc() {
    return new TimeRule(unit, patterns, Optional.of(ZoneOffset.UTC));
  }

  /** True if some of its times are dates only. */
  public boolean hasDates() {
    return patterns.stream().anyMatch(pattern -> pattern.toLowerCase(Locale.ROOT).indexOf('h') < 0);
  }

  private static List<String> concat(List<String> own) {
    return Stream.concat(own.stream(), LOCAL_ISO.stream()).distinct().toList();
  }
}
