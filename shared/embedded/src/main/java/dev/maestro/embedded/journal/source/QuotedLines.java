package dev.maestro.embedded.journal.source;

/** One walk over the lines that a quoted field may join to one record. */
final class QuotedLines {
  private final CsvLineRule rule;
  private final byte[] bytes;
  private final int from;
  private final int end;
  private int at;
  private int fields = 1;
  private int separatorsOfLine;
  private boolean isFirstLine = true;

  QuotedLines(CsvLineRule rule, byte[] bytes, int from, int end) {
    this.rule = rule;
    this.bytes = bytes;
    this.from = from;
    this.end = Math.min(end, from + CsvLineRule.MAX_RECORD);
    this.at = from;
  }

  /** The line feed behind the record; or that there is none, or that more bytes are needed. */
  int end() {
    boolean isFieldStart = true;
    boolean isQuoted = false;
    while (at < end) {
      byte b = bytes[at];
      if (isLoneReturn(b) || (b == '\n' && !endLine())) {
        return LineRule.NONE;
      }
      if (b == '\n' && !isQuoted) {
        return isRow() ? at : LineRule.NONE;
      }
      separatorsOfLine += b == rule.separator() ? 1 : 0;
      if (isQuoted && b == '"') {
        isQuoted = isDoubled();
        if (!isQuoted && !isEndOfField()) {
          return LineRule.NONE;
        }
      } else if (!isQuoted) {
        isQuoted = isFieldStart && b == '"';
        isFieldStart = b == rule.separator();
        fields += isFieldStart ? 1 : 0;
      }
      at++;
    }
    return end - from < CsvLineRule.MAX_RECORD ? LineRule.MORE : LineRule.NONE;
  }

  /** A carriage return at the end of what is known may be the first half of a line end. */
  private boolean isLoneReturn(byte b) {
    return b == '\r' && at + 1 < end && bytes[at + 1] != '\n';
  }

  /** Ends a line; false if it looks like a row that stands for itself. */
  private boolean endLine() {
    boolean isRowOfItsOwn = !isFirstLine && separatorsOfLine + 1 >= rule.columns();
    isFirstLine = false;
    separatorsOfLine = 0;
    return !isRowOfItsOwn;
  }

  private boolean isRow() {
    return fields == rule.columns() || fields == rule.columns() + 1;
  }

  /** Two quotes are one in the text; the second is passed over. */
  private boolean isDoubled() {
    boolean isDoubled = at + 1 < end && bytes[at + 1] == '"';
    at += isDoubled ? 1 : 0;
    return isDoubled;
  }

  private boolean isEndOfField() {
    if (at + 1 >= end) {
      return true;
    }
    byte next = bytes[at + 1];
    return next == rule.separator() || next == '\n' || next == '\r';
  }
}
