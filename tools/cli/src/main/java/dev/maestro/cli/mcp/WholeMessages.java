package dev.maestro.cli.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** What is written here goes on when it is flushed, at once: no two messages mix in one line. */
final class WholeMessages extends ByteArrayOutputStream {
  private final PrintStream protocol;

  WholeMessages(PrintStream protocol) {
    this.protocol = protocol;
  }

  @Override
  public synchronized void flush() throws IOException {
    synchronized (protocol) {
      writeTo(protocol);
      protocol.flush();
    }
    reset();
  }
}
