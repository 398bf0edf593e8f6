package dev.maestro.bench.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests by many callers at once against one process of the API: statuses, times, and what lives
 * in its heap after a collection. One call in ten sends a signal; the others look.
 *
 * <p>Run it with {@code ./maestro bench api}. Its figures stand in docs/performance.md.
 */
public final class ApiLoad {
  private static final int CALLERS = 32;
  private static final int FIRST = 1_000;
  private static final int ALL = 10_000;

  private static final List<String> READS =
      List.of(
          "/api/msc/status",
          "/api/maestro/policy",
          "/api/maestro/config",
          "/api/maestro/decisions?limit=20",
          "/api/maestro/decisions/d7",
          "/api/maestro/intents",
          "/api/maestro/time",
          "/openapi.json",
          "/healthz");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ApiStage stage;

  private ApiLoad(ApiStage stage) {
    this.stage = stage;
  }

  /** What one request took, and its status. */
  private record Done(int status, long nanos) {}

  /** Runs everything once and prints it. */
  public static void main(String[] arguments) throws Exception {
    try (ApiStage stage = ApiStage.start(Files.createTempDirectory("maestro-bench"), CALLERS)) {
      ApiLoad load = new ApiLoad(stage);
      load.run(FIRST);
      long early = stage.liveBytes();
      load.run(ALL - FIRST);
      long late = stage.liveBytes();
      System.out.printf(
          Locale.ROOT,
          "heap after a collection: %.1f MB after %d requests, %.1f MB after %d%n",
          early / 1e6,
          FIRST,
          late / 1e6,
          ALL);
    }
  }

  private void run(int requests) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Callable<List<Done>>> shares = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      int share = requests / CALLERS + (i < requests % CALLERS ? 1 : 0);
      shares.add(() -> share(caller, share));
    }
    long start = System.nanoTime();
    List<Done> done = new ArrayList<>();
    for (Future<List<Done>> share : callers.invokeAll(shares)) {
      done.addAll(share.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    callers.shutdown();
    tell(done, seconds);
  }

  private List<Done> share(int caller, int requests) throws IOException, InterruptedException {
    String authorization = ApiStage.authorization(caller);
    List<Done> done = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      HttpRequest request = request(caller, i).header("Authorization", authorization).build();
      long start = System.nanoTime();
      int status = http.send(request, BodyHandlers.ofString()).statusCode();
      done.add(new Done(status, System.nanoTime() - start));
    }
    return done;
  }

  private HttpRequest.Builder request(int caller, int number) {
    int kind = (caller + number) % (READS.size() + 1);
    if (kind < READS.size()) {
      return HttpRequest.newBuilder(stage.at(READS.get(kind))).timeout(Duration.ofMinutes(1));
    }
    String signal =
        "{\"action\":\"BUY\",\"symbol\":\"AAPL\",\"allocation\":0.1,\"generated_at\":\""
            + Instant.now()
            + "\"}";
    return HttpRequest.newBuilder(stage.at("/api/maestro/signals/s" + caller))
        .timeout(Duration.ofMinutes(1))
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(signal));
  }

  private static void tell(List<Done> done, double seconds) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<Long> nanos = new ArrayList<>();
    for (Done one : done) {
      statuses.merge(one.status(), 1, Integer::sum);
      nanos.add(one.nanos());
    }
    Collections.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%d requests by %d callers at once: %.0f/s, p50 %.1f ms, p99 %.1f ms, statuses %s%n",
        done.size(),
        CALLERS,
        done.size() / seconds,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get((int) Math.ceil(0.99 * nanos.size()) - 1) / 1e6,
        statuses);
  }
}
