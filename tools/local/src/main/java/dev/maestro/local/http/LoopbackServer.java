package dev.maestro.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that only this machine can reach; each call is answered on a thread of its own. */
public final class LoopbackServer implements AutoCloseable {
  private static final int FAILED = 500;
  private static final int NO_BODY = -1;

  static {
    // Without it each second answer of a connection waits for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);

  /** What a server does with a call. */
  @FunctionalInterface
  public interface Handler {
    /** Answers; an exception is answered with 500. */
    Reply answer(Call call);
  }

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to answer.
   *
   * @param port 0: a free one
   * @throws UncheckedIOException if the port is in use
   */
  public static LoopbackServer start(int port, Handler handler) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      LoopbackServer started = new LoopbackServer(HttpServer.create(address, 0));
      started.server.createContext("/", exchange -> answer(exchange, handler));
      started.server.setExecutor(started.threads);
      started.server.start();
      return started;
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " cannot be listened on", taken);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Its root as an address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Call call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      Reply reply;
      try {
        reply = handler.answer(call);
      } catch (RuntimeException failure) {
        reply = Reply.of(FAILED);
      }
      send(exchange, reply, call.method().equals("HEAD"));
    }
  }

  private static void send(HttpExchange exchange, Reply reply, boolean isHead) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    if (isHead || body.length == 0) {
      exchange.sendResponseHeaders(reply.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    return thread;
  }
}
