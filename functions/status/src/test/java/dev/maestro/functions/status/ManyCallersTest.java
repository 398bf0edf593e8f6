package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./maestro bench api}: statuses alone, no times. */
class ManyCallersTest {
  private static final int CALLERS = 32;
  private static final int EACH = 16;
  private static final List<String> READS =
      List.of(
          "/api/msc/status",
          "/api/maestro/policy",
          "/api/maestro/config",
          "/api/maestro/decisions?limit=2",
          "/api/maestro/intents",
          "/healthz",
          "/openapi.json");
  private static final List<String> AS = List.of("viewer", "operator", "admin");

  @Test
  void of_512_requests_by_32_callers_at_once_none_fails() throws Exception {
    SharedEmulator.clear(People.PROJECT);
    Acme.at(SharedEmulator.firestore(), Instant.now());
    Map<Integer, Integer> statuses = new TreeMap<>();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (TestedFunction function =
        TestedFunction.start(
            "status-many",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()))) {
      List<Callable<List<Integer>>> shares = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        shares.add(() -> share(function, caller));
      }
      for (Future<List<Integer>> share : callers.invokeAll(shares)) {
        share.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
      }
    } finally {
      callers.shutdown();
    }
    assertThat(statuses.keySet()).isSubsetOf(200, 409);
    assertThat(statuses.get(200)).isGreaterThanOrEqualTo(CALLERS * EACH * 7 / 8);
  }

  /** One call in eight sends a signal of a strategy that others send, too: 409 is an answer. */
  private static List<Integer> share(TestedFunction function, int caller) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      int kind = (caller + i) % (READS.size() + 1);
      String as = AS.get(caller % AS.size());
      boolean isSent = kind == READS.size();
      statuses.add(
          (isSent
                  ? Requests.send(function, "PUT", "/api/maestro/signals/table", "agent")
                  : Requests.send(function, "GET", READS.get(kind), as))
              .statusCode());
    }
    return statuses;
  }
}
