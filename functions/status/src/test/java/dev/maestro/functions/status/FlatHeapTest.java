package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.emulator.process.LiveHeap;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code ./maestro bench soak}: what one kind of request leaves behind for ever
 * is one instance of some class at least, and that class has as many more of them as there were
 * requests of the kind.
 */
class FlatHeapTest {
  private static final int CALLERS = 8;
  private static final int REQUESTS = 1_000;

  /** Of calls to Firestore that are over; each goes when its deadline passes. */
  private static final String TIMERS =
      "io.grpc.netty.shaded.io.netty.util.concurrent.ScheduledFutureTask";

  private static final List<String> READS =
      List.of(
          "/api/msc/status",
          "/api/maestro/policy",
          "/api/maestro/config",
          "/api/maestro/decisions?limit=2",
          "/api/maestro/time",
          "/api/maestro/nothing/");

  @Test
  void of_2000_requests_the_second_thousand_leaves_nothing_in_the_heap() throws Exception {
    SharedEmulator.clear(People.PROJECT);
    Acme.at(SharedEmulator.firestore(), Instant.now());
    try (TestedFunction function =
        TestedFunction.start(
            "status-heap",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()))) {
      send(function);
      LiveHeap before = function.liveHeap();
      send(function);
      assertThat(function.liveHeap().grownBy(REQUESTS / 2, before).keySet()).isSubsetOf(TIMERS);
    }
  }

  private static void send(TestedFunction function) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Integer>> requests = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        int number = i;
        requests.add(() -> status(function, number));
      }
      for (Future<Integer> status : callers.invokeAll(requests)) {
        assertThat(status.get()).isLessThan(500);
      }
    } finally {
      callers.shutdown();
    }
  }

  /** Seven kinds; one of them asks for a hook that nobody has, another one each time. */
  private static int status(TestedFunction function, int number) throws Exception {
    int kind = number % (READS.size() + 1);
    return kind == READS.size()
        ? Requests.send(function, "POST", "/api/maestro/hooks/" + hook(), "agent").statusCode()
        : Requests.send(function, "GET", READS.get(kind), "viewer").statusCode();
  }

  private static String hook() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
