package dev.maestro.embedded.journal.source;

import dev.maestro.engine.journal.RejectReason;
import java.util.Optional;

/**
 * A line of CSV: UTF-8, its quotes closed, no carriage return inside. Otherwise a parser would
 * swallow the lines after it as one long field.
 *
 * <p>A quoted field may hold line ends, in a record of at most 64 KiB. A quote that was opened by
 * mistake looks the same, so the lines are one record only if none of those behind the first looks
 * like a row of its own, and if the whole has the fields of a row.
 *
 * @param separator of fields
 * @param columns of the header
 */
public record CsvLineRule(char separator, int columns) implements LineRule {
  /** Longest record of several lines, in bytes. */
  public static final int MAX_RECORD = 1 << 16;

  @Override
  public Optional<RejectReason> faultIn(byte[] bytes, int from, int to) {
    int lastByte = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    boolean special = false;
    int allBits = 0;
    for (int i = from; i < lastByte; i++) {
      byte b = bytes[i];
      allBits |= b;
      special |= b == '"' || b == '\r';
    }
    if (allBits < 0 && !LineRule.isUtf8(bytes, from, to)) {
      return Optional.of(RejectReason.BAD_ENCODING);
    }
    return special && !isOneRecord(bytes, from, lastByte)
        ? Optional.of(RejectReason.BAD_ROW)
        : Optional.empty();
  }

  @Override
  public int endOfRecord(byte[] bytes, int from, int end) {
    int found = new QuotedLines(this, bytes, from, end).end();
    return found < 0 || LineRule.isUtf8(bytes, from, found) ? found : NONE;
  }

  private boolean isOneRecord(byte[] bytes, int from, int to) {
    int fieldStart = from;
    while (fieldStart < to) {
      int fieldEnd =
          bytes[fieldStart] == '"'
              ? endOfQuoted(bytes, fieldStart + 1, to)
              : endOfPlain(bytes, fieldStart, to);
      if (fieldEnd > to || (fieldEnd < to && bytes[fieldEnd] != separator)) {
        return false;
      }
      fieldStart = fieldEnd + 1;
    }
    return true;
  }

  /** Where the separator after a plain field should stand: there, or at a stray carriage return. */
  private int endOfPlain(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != separator && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Where the separator after a quoted field should stand; behind the line if it never closes. */
  private static int endOfQuoted(byte[] bytes, int from, int to) {
    for (int at = from; at < to && bytes[at] != '\r'; at++) {
      boolean quote = bytes[at] == '"';
      if (quote && (at + 1 == to || bytes[at + 1] != '"')) {
        return at + 1;
      }
      at += quote ? 1 : 0;
    }
    return to + 1;
  }
}
