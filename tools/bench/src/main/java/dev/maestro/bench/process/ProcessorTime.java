package dev.maestro.bench.process;

import java.time.Duration;

/** What the kernel says a process has used of the processors, in steps of 10 ms. */
public final class ProcessorTime {
  private ProcessorTime() {}

  /**
   * All threads of a process since it was started.
   *
   * @throws IllegalStateException if there is no such process any more
   */
  public static Duration of(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
  }
}
