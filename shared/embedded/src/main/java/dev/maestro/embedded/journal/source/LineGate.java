package dev.maestro.embedded.journal.source;

import dev.maestro.engine.journal.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Lets the good lines of a file pass and holds the bad ones back, so that one bad line costs itself
 * and nothing after it. Where a rule says so, several lines are one record and pass together. A
 * held-back line leaves its line end, so line numbers stay true.
 *
 * <p>The memory is two line lengths, whatever the file holds.
 */
public final class LineGate extends InputStream {
  /** Longest line that passes, in bytes. */
  public static final int MAX_LINE = 1 << 20;

  /** A line that did not pass. */
  public record HeldLine(long line, RejectReason reason) {}

  private final InputStream source;
  private final LineRule rule;
  private final ReadProgress progress;
  private final Deque<HeldLine> held = new ArrayDeque<>();
  private final byte[] buffer = new byte[2 * MAX_LINE];

  /** The bytes from here to {@code limit} may be read. */
  private int next;

  private int limit;

  /** Where the first line starts that was not judged yet. */
  private int unjudged;

  /** Where the bytes in the buffer end. */
  private int end;

  private long line = 1;
  private long bytesRead;
  private boolean sourceEnded;
  private boolean lineIsTooLong;

  /** Lets the lines of a source pass that a rule finds no fault with. */
  public LineGate(InputStream source, LineRule rule, ReadProgress progress) {
    this.source = source;
    this.rule = rule;
    this.progress = progress;
  }

  /** The next held-back line before the given one, in file order. */
  public Optional<HeldLine> nextHeldBefore(long before) {
    HeldLine first = held.peek();
    return first != null && first.line() < before ? Optional.of(held.remove()) : Optional.empty();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (next == limit) {
      if (!judgeMore() && !fill()) {
        return -1;
      }
    }
    int count = Math.min(length, limit - next);
    System.arraycopy(buffer, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Opens the way for the next run of good lines or the end of one bad line. */
  private boolean judgeMore() {
    int start = unjudged;
    for (int lineEnd = endOfLine(start); lineEnd >= 0; lineEnd = endOfLine(start)) {
      Optional<RejectReason> fault = judge(start, lineEnd);
      int recordEnd = fault.isPresent() ? endOfRecord(fault.get(), start) : LineRule.NONE;
      if (recordEnd > lineEnd) {
        line += linesIn(start, recordEnd);
        start = recordEnd + 1;
        continue;
      }
      if (recordEnd == LineRule.MORE || (fault.isPresent() && start > unjudged)) {
        break;
      }
      start = lineEnd + 1;
      if (fault.isPresent()) {
        held.add(new HeldLine(line, fault.get()));
        unjudged = lineEnd;
      }
      line++;
      lineIsTooLong = false;
      if (fault.isPresent()) {
        break;
      }
    }
    next = unjudged;
    limit = start;
    unjudged = start;
    return next < limit;
  }

  /** Several lines may be one record. */
  private int endOfRecord(RejectReason fault, int start) {
    if (fault != RejectReason.BAD_ROW) {
      return LineRule.NONE;
    }
    int found = rule.endOfRecord(buffer, start, end);
    return found == LineRule.MORE && sourceEnded ? LineRule.NONE : found;
  }

  private int linesIn(int start, int recordEnd) {
    int lines = 0;
    for (int i = start; i <= recordEnd; i++) {
      lines += buffer[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private int endOfLine(int start) {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Optional<RejectReason> judge(int from, int to) {
    return lineIsTooLong || to - from > MAX_LINE
        ? Optional.of(RejectReason.LINE_TOO_LONG)
        : rule.faultIn(buffer, from, to);
  }

  /** Reads more behind the unfinished line; false at the end of the file. */
  private boolean fill() throws IOException {
    if (sourceEnded) {
      return false;
    }
    int kept = end - unjudged;
    if (kept > MAX_LINE) {
      lineIsTooLong = true;
      kept = 0;
    }
    System.arraycopy(buffer, end - kept, buffer, 0, kept);
    int count = source.read(buffer, kept, buffer.length - kept);
    sourceEnded = count < 0;
    if (sourceEnded && (kept > 0 || lineIsTooLong)) {
      buffer[kept] = '\n';
      count = 1;
    }
    next = 0;
    limit = 0;
    unjudged = 0;
    end = kept + Math.max(count, 0);
    if (!sourceEnded) {
      bytesRead += count;
      progress.bytesRead(bytesRead);
    }
    return true;
  }
}
