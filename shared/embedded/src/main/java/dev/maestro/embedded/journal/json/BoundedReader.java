package dev.maestro.embedded.journal.json;

import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.LineGate;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text of which no piece may be longer than a line may be, so that one row never fills memory. */
final class BoundedReader extends FilterReader {
  private long sinceStart;

  BoundedReader(Reader text) {
    super(text);
  }

  /** The next piece begins about here. */
  void restart() {
    sinceStart = 0;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    sinceStart += Math.max(count, 0);
    if (sinceStart > 2L * LineGate.MAX_LINE) {
      throw new JournalFileException(
          "a value of the JSON document is longer than 1 MiB: not a row");
    }
    return count;
  }
}
