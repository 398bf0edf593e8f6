package dev.maestro.cli.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * The messages of a client, one a line. A line that is none is answered with the protocol's error
 * and left out, since the transport behind this would stop listening at it without a word. Tells
 * when the input has ended: whoever started this process has let go of it.
 */
final class MessageLines extends InputStream {
  private static final int END = -1;

  /** The API takes bodies of 256 KiB. */
  private static final int LONGEST = 1 << 20;

  private static final String REFUSAL =
      "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":"
          + "\"a line of the input is no message of JSON-RPC 2.0, or is longer than 1 MiB: send"
          + " one message a line\"}}";

  private final InputStream in;
  private final PrintStream protocol;
  private final CountDownLatch ended = new CountDownLatch(1);
  private InputStream message = InputStream.nullInputStream();

  /**
   * Reads there.
   *
   * @param protocol where refusals go, as whole lines
   */
  MessageLines(InputStream in, PrintStream protocol) {
    this.in = new BufferedInputStream(in);
    this.protocol = protocol;
  }

  /** Waits until there is nothing more to come. */
  void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public int read() throws IOException {
    int next = message.read();
    while (next == END && hasMore()) {
      next = message.read();
    }
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int first = read();
    if (first == END) {
      return END;
    }
    into[offset] = (byte) first;
    return 1 + message.readNBytes(into, offset + 1, length - 1);
  }

  /** Goes on to the next message; false: there is none. */
  private boolean hasMore() throws IOException {
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int last = readLine(line);
      if (isMessage(line)) {
        line.write('\n');
        message = new ByteArrayInputStream(line.toByteArray());
        return true;
      }
      if (line.size() > 0) {
        refuse();
      }
      if (last == END) {
        ended.countDown();
        return false;
      }
    }
  }

  /** What follows the longest is read over. */
  private int readLine(ByteArrayOutputStream line) throws IOException {
    int next = in.read();
    while (next != END && next != '\n') {
      if (line.size() <= LONGEST) {
        line.write(next);
      }
      next = in.read();
    }
    return next;
  }

  private static boolean isMessage(ByteArrayOutputStream line) {
    if (line.size() > LONGEST) {
      return false;
    }
    try {
      McpSchema.deserializeJsonRpcMessage(
          McpJsonDefaults.getMapper(), line.toString(StandardCharsets.UTF_8));
      return true;
    } catch (IOException | RuntimeException none) {
      return false;
    }
  }

  private void refuse() {
    synchronized (protocol) {
      protocol.println(REFUSAL);
      protocol.flush();
    }
  }
}
