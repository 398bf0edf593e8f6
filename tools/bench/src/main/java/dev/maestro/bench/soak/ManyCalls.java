package dev.maestro.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes numbered calls, 16 at once. */
final class ManyCalls {
  private static final int AT_ONCE = 16;
  private static final int SERVER_ERROR = 500;

  private ManyCalls() {}

  /** A call and its status. */
  interface One {
    int status(int number) throws Exception;
  }

  /** The statuses of those that the server failed. */
  static List<Integer> run(int first, int end, One call)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(first);
    Callable<List<Integer>> caller =
        () -> {
          List<Integer> failed = new ArrayList<>();
          for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            int status = call.status(i);
            if (status >= SERVER_ERROR) {
              failed.add(status);
            }
          }
          return failed;
        };
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<List<Integer>>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(caller);
      }
      List<Integer> failed = new ArrayList<>();
      for (Future<List<Integer>> one : callers.invokeAll(all)) {
        failed.addAll(one.get());
      }
      return failed;
    } finally {
      callers.shutdownNow();
    }
  }
}
