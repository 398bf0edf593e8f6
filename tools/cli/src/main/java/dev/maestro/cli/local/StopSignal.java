package dev.maestro.cli.local;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends everything when this process is told to end. Whatever was just being started is found among
 * its descendants, so that a stop in the middle of start-up leaves nothing behind either.
 */
final class StopSignal implements AutoCloseable {
  private static final int LOOKS = 50;
  private static final long LOOK_MILLIS = 100;
  private static final int QUIET_LOOKS = 3;
  private static final int PATIENT_LOOKS = 30;

  private final Thread hook;
  private volatile boolean hasBegun;

  /** Runs the end, and then looks for what is left, as soon as the process is told to end. */
  StopSignal(Runnable end) {
    hook =
        new Thread(
            () -> {
              hasBegun = true;
              end.run();
              sweep();
            },
            "stopping");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** True as soon as the process was told to end. */
  boolean hasBegun() {
    return hasBegun;
  }

  private static void sweep() {
    int quiet = 0;
    try {
      for (int look = 0; look < LOOKS && quiet < QUIET_LOOKS; look++) {
        List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
        quiet = left.isEmpty() ? quiet + 1 : 0;
        boolean isPatient = look < PATIENT_LOOKS;
        left.forEach(isPatient ? ProcessHandle::destroy : ProcessHandle::destroyForcibly);
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything has ended in order. */
  @Override
  public void close() {
    if (!hasBegun) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException begunMeanwhile) {
        hasBegun = true;
      }
    }
  }
}
