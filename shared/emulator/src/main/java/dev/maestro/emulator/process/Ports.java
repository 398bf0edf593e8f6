package dev.maestro.emulator.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of this machine's loopback address. */
public final class Ports {
  private static final int CONNECT_MILLIS = 1000;
  private static final int LOWEST = 15_000;

  /** Linux gives 32,768 and above to outgoing connections, others begin higher. */
  private static final int HIGHEST = 32_000;

  /** Processes that look at the same time begin at different places. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST - LOWEST));

  private Ports() {}

  /** A port that nobody listened on a moment ago. */
  public static int free() {
    return free(1).get(0);
  }

  /**
   * So many different ports that nobody listened on a moment ago. They lie below those that systems
   * give to outgoing connections, so that none is taken by chance before it is listened on, and
   * none is given out twice while there are others.
   */
  public static List<Integer> free(int count) {
    List<Integer> free = new ArrayList<>();
    for (int tried = 0; tried < HIGHEST - LOWEST && free.size() < count; tried++) {
      int port = next();
      if (isFree(port)) {
        free.add(port);
      }
    }
    if (free.size() < count) {
      throw new IllegalStateException(
          "this machine has no " + count + " free ports from " + LOWEST + " to " + HIGHEST);
    }
    return free;
  }

  private static int next() {
    return LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST);
  }

  /** True if it can be listened on. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** True if somebody listens on it. */
  public static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
