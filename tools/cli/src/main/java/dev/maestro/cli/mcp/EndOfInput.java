package dev.maestro.cli.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** An input that tells when it has ended: whoever started this process has let go of it. */
final class EndOfInput extends FilterInputStream {
  private final CountDownLatch ended = new CountDownLatch(1);

  EndOfInput(InputStream in) {
    super(in);
  }

  /** Waits until there is nothing more to come. */
  void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public int read() throws IOException {
    return told(super.read());
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return told(super.read(into, offset, length));
  }

  private int told(int read) {
    if (read < 0) {
      ended.countDown();
    }
    return read;
  }
}
