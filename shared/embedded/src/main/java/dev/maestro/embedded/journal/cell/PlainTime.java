package dev.maestro.embedded.journal.cell;

import com.ethlo.time.DateTime;
import com.ethlo.time.Field;
import com.ethlo.time.ITU;
import com.ethlo.time.ParseConfig;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Times with an offset, read fast. */
final class PlainTime {
  private PlainTime() {}

  /**
   * The plain forms {@code 2026-01-31T16:00[:00[.123]]Z} and with {@code +01:00}; empty for what
   * needs a slower look. The fast parser finds the fields, but takes 10:66 and leaves a rest
   * unread: what is a time is checked here.
   */
  static Optional<Instant> read(String text) {
    if (text.length() < "2026-01-31T16:00Z".length()
        || text.charAt(10) != 'T'
        || !hasPlainOffset(text)) {
      return Optional.empty();
    }
    try {
      DateTime time = ITU.parseLenient(text, ParseConfig.STRICT);
      boolean complete =
          time.includesGranularity(Field.MINUTE)
              && time.getOffset().isPresent()
              && time.getParseLength() == text.length();
      return complete ? Optional.of(time.toOffsetDatetime().toInstant()) : Optional.empty();
    } catch (DateTimeException unusual) {
      return Optional.empty();
    }
  }

  /** Ends with Z or in the shape of +01:00. */
  static boolean hasPlainOffset(String text) {
    int sign = text.length() - "+01:00".length();
    return text.endsWith("Z")
        || (sign > 10 && "+-".indexOf(text.charAt(sign)) >= 0 && text.charAt(sign + 3) == ':');
  }
}
