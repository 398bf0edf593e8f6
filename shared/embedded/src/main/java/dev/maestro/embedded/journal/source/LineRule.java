package dev.maestro.embedded.journal.source;

import dev.maestro.engine.journal.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a line must be before a parser sees it. */
@FunctionalInterface
public interface LineRule {
  /** A line of any format: UTF-8, no carriage return inside, at which a reader would split it. */
  LineRule TEXT =
      (bytes, from, to) -> {
        if (!isUtf8(bytes, from, to)) {
          return Optional.of(RejectReason.BAD_ENCODING);
        }
        return endOfPlain(bytes, from, to, '\r') < to - 1
            ? Optional.of(RejectReason.BAD_ROW)
            : Optional.empty();
      };

  /** What is wrong with the line in bytes[from, to), if anything. */
  Optional<RejectReason> faultIn(byte[] bytes, int from, int to);

  /**
   * A line of CSV: UTF-8, its quotes closed, no carriage return inside. Otherwise a parser would
   * swallow the lines after it as one long field.
   */
  static LineRule csv(char separator) {
    return (bytes, from, to) -> {
      int lastByte = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
      boolean special = false;
      int allBits = 0;
      for (int i = from; i < lastByte; i++) {
        byte b = bytes[i];
        allBits |= b;
        special |= b == '"' || b == '\r';
      }
      if (allBits < 0 && !isUtf8(bytes, from, to)) {
        return Optional.of(RejectReason.BAD_ENCODING);
      }
      return special && !isOneRecord(bytes, from, lastByte, separator)
          ? Optional.of(RejectReason.BAD_ROW)
          : Optional.empty();
    };
  }

  private static boolean isOneRecord(byte[] bytes, int from, int to, char separator) {
    int fieldStart = from;
    while (fieldStart < to) {
      int fieldEnd =
          bytes[fieldStart] == '"'
              ? endOfQuoted(bytes, fieldStart + 1, to)
              : endOfPlain(bytes, fieldStart, to, separator);
      if (fieldEnd > to || (fieldEnd < to && bytes[fieldEnd] != separator)) {
        return false;
      }
      fieldStart = fieldEnd + 1;
    }
    return true;
  }

  /** Where the separator after a plain field should stand: there, or at a stray carriage return. */
  private static int endOfPlain(byte[] bytes, int from, int to, char separator) {
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

  private static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
