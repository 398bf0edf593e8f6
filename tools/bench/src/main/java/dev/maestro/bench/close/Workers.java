package dev.maestro.bench.close;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks at once and takes their times. */
final class Workers {
  private Workers() {}

  /**
   * What a run took.
   *
   * @param nanos of each task, sorted
   * @param wallNanos of all of them together
   */
  record Times(List<Long> nanos, long wallNanos) {
    double perSecond() {
      return nanos.size() / (wallNanos / 1e9);
    }

    /** The time that the given share of the tasks stays below or at. */
    double millis(double share) {
      int rank = (int) Math.ceil(share * nanos.size());
      return nanos.get(Math.max(0, rank - 1)) / 1e6;
    }

    String told() {
      return String.format(
          Locale.ROOT,
          "%7.0f/s, p50 %6.2f ms, p99 %6.2f ms",
          perSecond(),
          millis(0.5),
          millis(0.99));
    }
  }

  static Times run(int workers, List<? extends Runnable> tasks)
      throws InterruptedException, ExecutionException {
    List<Callable<Long>> timed = new ArrayList<>();
    for (Runnable task : tasks) {
      timed.add(() -> nanosOf(task));
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      long start = System.nanoTime();
      List<Future<Long>> done = pool.invokeAll(timed);
      long wall = System.nanoTime() - start;
      List<Long> nanos = new ArrayList<>();
      for (Future<Long> one : done) {
        nanos.add(one.get());
      }
      Collections.sort(nanos);
      return new Times(nanos, wall);
    } finally {
      pool.shutdownNow();
    }
  }

  private static long nanosOf(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return System.nanoTime() - start;
  }
}
