package dev.maestro.local.process;

import dev.maestro.emulator.process.Backoff;
import dev.maestro.emulator.process.ChildProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps a process running: when it ends by itself, or is killed, it is started again in the same
 * way, after 0.2 s at first and 10 s at most; a process that lived a minute starts over at 0.2 s.
 */
public final class Supervisor implements AutoCloseable {
  private static final Duration LIVED_LONG = Duration.ofMinutes(1);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final String name;
  private final Supplier<ChildProcess> starting;
  private final Consumer<String> notices;
  private final Object turn = new Object();
  private final Thread watch;
  private ChildProcess current;
  private boolean isClosing;

  private Supervisor(String name, Supplier<ChildProcess> starting, Consumer<String> notices) {
    this.name = name;
    this.starting = starting;
    this.notices = notices;
    current = starting.get();
    watch = new Thread(this::keepRunning, "supervisor-" + name);
    watch.setDaemon(true);
  }

  /**
   * Starts the process. It is not kept running before {@link #keep}: one that cannot start at all
   * is an error to report.
   *
   * @param notices takes a sentence each time the process is started again
   */
  public static Supervisor start(
      String name, Supplier<ChildProcess> starting, Consumer<String> notices) {
    return new Supervisor(name, starting, notices);
  }

  /** Waits until it listens, and keeps it running from then on. */
  public void keep(int port, Duration patience) {
    current().awaitPort(port, patience);
    watch.start();
  }

  /** The process that runs now, or ended last. */
  public ChildProcess current() {
    synchronized (turn) {
      return current;
    }
  }

  private void keepRunning() {
    int failures = 0;
    try {
      while (true) {
        ChildProcess child = current();
        Instant begun = Instant.now();
        int code = child.ended().get();
        boolean livedLong = begun.plus(LIVED_LONG).isBefore(Instant.now());
        failures = livedLong ? 1 : failures + 1;
        Thread.sleep(BACKOFF.after(failures).toMillis());
        if (!startAgain(code, child)) {
          return;
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(name + " cannot be watched", impossible);
    }
  }

  /** False when nothing is to be started any more. */
  private boolean startAgain(int code, ChildProcess ended) {
    synchronized (turn) {
      if (isClosing) {
        return false;
      }
      notices.accept(
          name + " ended with " + code + " and is started again; its log: " + ended.log());
      current = starting.get();
      return true;
    }
  }

  /** Ends the process for good. */
  @Override
  public void close() {
    ChildProcess last;
    synchronized (turn) {
      isClosing = true;
      last = current;
    }
    watch.interrupt();
    last.close();
  }
}
