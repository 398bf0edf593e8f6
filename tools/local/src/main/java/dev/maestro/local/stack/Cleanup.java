package dev.maestro.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * What must be ended, the newest first. Once closed it starts nothing any more, so that a stop
 * during start-up leaves nothing behind.
 */
final class Cleanup implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean isClosed;

  /**
   * Starts a part and remembers it.
   *
   * @throws IllegalStateException if everything is being stopped
   */
  <T extends AutoCloseable> T add(Supplier<T> starting) {
    if (isClosed()) {
      throw new IllegalStateException("everything is being stopped");
    }
    T part = starting.get();
    synchronized (this) {
      if (!isClosed) {
        parts.push(part);
        return part;
      }
    }
    end(part);
    throw new IllegalStateException("everything is being stopped");
  }

  /** True as soon as the end has begun. */
  synchronized boolean isClosed() {
    return isClosed;
  }

  /** Ends all parts at once: each may take seconds. */
  @Override
  public void close() {
    List<AutoCloseable> ending;
    synchronized (this) {
      isClosed = true;
      ending = List.copyOf(parts);
      parts.clear();
    }
    List<Thread> threads = ending.stream().map(part -> new Thread(() -> end(part))).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception broken) {
      throw new IllegalStateException("a part could not be ended", broken);
    }
  }
}
