package dev.maestro.embedded.journal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8, with a line feed for every carriage return that has none behind it. */
final class Utf8Stream extends InputStream {
  private static final int CHUNK = 1 << 16;

  private final Reader text;
  private final char[] chars = new char[CHUNK];
  private byte[] bytes = new byte[0];
  private int next;
  private boolean endsWithReturn;

  Utf8Stream(Reader text) {
    this.text = text;
  }

  @Override
  public int read() throws IOException {
    return next == bytes.length && !fill() ? -1 : bytes[next++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (next == bytes.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private boolean fill() throws IOException {
    int count = text.read(chars, 0, CHUNK - 1);
    if (count < 0) {
      return false;
    }
    if (Character.isHighSurrogate(chars[count - 1])) {
      int low = text.read();
      if (low >= 0) {
        chars[count++] = (char) low;
      }
    }
    StringBuilder lines = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      char c = chars[i];
      boolean isSecondOfPair = c == '\n' && endsWithReturn;
      endsWithReturn = c == '\r';
      if (!isSecondOfPair) {
        lines.append(endsWithReturn ? '\n' : c);
      }
    }
    bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    next = 0;
    return bytes.length > 0 || fill();
  }
}
