package dev.maestro.embedded.journal.cell;

import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.embedded.journal.source.JournalFileException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A time. One with an offset is taken as it stands; one without needs a zone, which the export's
 * format or a person has to name: nothing is assumed.
 */
public final class TimeCell implements CellReader {
  /** Seconds that are taken for milliseconds are of 1970: no export has trades of before. */
  private static final Instant FIRST_COUNTED = Instant.parse("1990-01-01T00:00:00Z");

  private final String column;
  private final TimeRule rule;
  private final Optional<ZoneId> zone;
  private final boolean isOwn;
  private final List<TimePattern> patterns;
  private final List<TimePattern> turned;

  /**
   * A column of times.
   *
   * @param zone of times without an offset, if somebody said it
   * @param isOwn true for the journal's own format, whose times are ISO-8601 and nothing else, and
   *     where one without an offset is its row's own fault; false if it refuses the whole file
   */
  public TimeCell(String column, TimeRule rule, Optional<ZoneId> zone, boolean isOwn) {
    this.column = column;
    this.rule = rule;
    this.zone = zone;
    this.isOwn = isOwn;
    this.patterns = rule.patterns().stream().map(TimePattern::new).toList();
    this.turned =
        rule.patterns().stream()
            .filter(pattern -> pattern.indexOf('/') > 0)
            .map(TimeCell::turned)
            .map(TimePattern::new)
            .toList();
  }

  @Override
  public Object read(char[] text, int offset, int length) {
    return read(new String(text, offset, length));
  }

  private Object read(String written) {
    Optional<Instant> plain = PlainTime.read(written);
    return plain.isPresent() ? plain.get() : unusual(written);
  }

  private Object unusual(String written) {
    String text = written.strip();
    Optional<Instant> known = isOwn ? Optional.empty() : counted(text).or(() -> withOffset(text));
    if (known.isPresent()) {
      return known.get();
    }
    for (TimePattern pattern : patterns) {
      Optional<LocalDateTime> local = pattern.read(text);
      if (local.isPresent()) {
        return inZone(local.get(), written);
      }
    }
    refuseTurned(text);
    return written;
  }

  /** Day and month in each other's place, where a pattern has both between slashes. */
  private static String turned(String pattern) {
    return pattern.replace('M', '#').replace('d', 'M').replace('#', 'd');
  }

  /**
   * A 13th month is a day: then the other dates of the file have day and month changed as well, and
   * those up to the 12th would be read without an error.
   */
  private void refuseTurned(String text) {
    if (turned.stream().anyMatch(pattern -> pattern.read(text).isPresent())) {
      throw new JournalFileException(
          "the dates in '"
              + column
              + "' have day and month the other way round than this export writes them ("
              + text
              + "), so none of them can be trusted: export with its usual region, or write them as"
              + " 2026-01-31 16:00:00");
    }
  }

  /**
   * A local time that the zone's clock never showed is none, and one that it showed twice is two.
   */
  private Object inZone(LocalDateTime local, String written) {
    if (zone.isEmpty()) {
      if (!isOwn) {
        throw new JournalFileException(
            "the times in '"
                + column
                + "' have no zone ("
                + written.strip()
                + "): say which it is, e.g. --zone America/New_York or --zone UTC");
      }
      return written;
    }
    List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.get(0));
    }
    return written.strip() + (offsets.isEmpty() ? CellHint.NEVER : CellHint.TWICE);
  }

  /** A blank may stand for the T and before the offset; the offset may lack its colon. */
  private Optional<Instant> withOffset(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    boolean isIso = text.length() > 16 && text.charAt(4) == '-' && text.charAt(7) == '-';
    if (!isIso) {
      return patternWithOffset(text, sign);
    }
    if (sign < 16) {
      return text.endsWith("Z")
          ? iso(text.substring(0, 10) + "T" + text.substring(11))
          : Optional.empty();
    }
    String clock = text.substring(11, sign).strip();
    return iso(text.substring(0, 10) + "T" + clock + withColon(text.substring(sign)));
  }

  /** A time of the format's own patterns, a blank, an offset. */
  private Optional<Instant> patternWithOffset(String text, int sign) {
    if (sign < 1 || text.charAt(sign - 1) != ' ') {
      return Optional.empty();
    }
    try {
      ZoneOffset offset = ZoneOffset.of(withColon(text.substring(sign)));
      for (TimePattern pattern : patterns) {
        Optional<LocalDateTime> local = pattern.read(text.substring(0, sign - 1));
        if (local.isPresent()) {
          return Optional.of(local.get().toInstant(offset));
        }
      }
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static String withColon(String offset) {
    return offset.length() == 5 && offset.indexOf(':') < 0
        ? offset.substring(0, 3) + ":" + offset.substring(3)
        : offset;
  }

  private static Optional<Instant> iso(String text) {
    Optional<Instant> plain = PlainTime.read(text);
    if (plain.isPresent()) {
      return plain;
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private Optional<Instant> counted(String text) {
    return rule.unit() == TimeRule.Unit.NONE
        ? Optional.empty()
        : CountedTime.read(text, rule.unit()).filter(time -> !time.isBefore(FIRST_COUNTED));
  }
}
