package dev.maestro.testing.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A way to an emulator on which every answer is late by the same time: a store that is slow, and
 * loses nothing. What is asked goes through at once.
 */
public final class SlowWay implements AutoCloseable {
  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final Duration late;
  private final ExecutorService threads = Executors.newCachedThreadPool(SlowWay::thread);

  private SlowWay(ServerSocket entrance, String address, Duration late) {
    String[] parts = address.split(":", 2);
    this.entrance = entrance;
    this.host = parts[0];
    this.port = Integer.parseInt(parts[1]);
    this.late = late;
    threads.execute(this::accept);
  }

  /**
   * Opens it.
   *
   * @param address host and port of the emulator
   */
  public static SlowWay to(String address, Duration late) {
    try {
      return new SlowWay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), address, late);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** What stands in for the emulator's host and port. */
  public String address() {
    return "127.0.0.1:" + entrance.getLocalPort();
  }

  private void accept() {
    try {
      while (!entrance.isClosed()) {
        Socket caller = entrance.accept();
        Socket store = new Socket(host, port);
        // One thread a way writes, so that what was first stays first.
        Executor writer = Executors.newSingleThreadExecutor(SlowWay::thread);
        Executor later =
            CompletableFuture.delayedExecutor(late.toMillis(), TimeUnit.MILLISECONDS, writer);
        threads.execute(() -> pass(caller, store, Runnable::run));
        threads.execute(() -> pass(store, caller, later));
      }
    } catch (IOException closed) {
      threads.shutdownNow();
    }
  }

  private static void pass(Socket from, Socket to, Executor when) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        byte[] part = Arrays.copyOf(buffer, read);
        when.execute(() -> write(to, part));
      }
    } catch (IOException ended) {
      close(from);
    }
    when.execute(() -> close(to));
  }

  private static void write(Socket to, byte[] part) {
    try {
      to.getOutputStream().write(part);
      to.getOutputStream().flush();
    } catch (IOException ended) {
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      throw new UncheckedIOException(closedAlready);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "slow-way");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException closedAlready) {
      throw new UncheckedIOException(closedAlready);
    }
    threads.shutdownNow();
  }
}
