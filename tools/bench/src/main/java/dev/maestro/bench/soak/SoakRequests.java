package dev.maestro.bench.soak;

import dev.maestro.bench.close.CloseStage;
import dev.maestro.bench.process.LoadedFunction;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.local.schedule.UnsignedToken;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Requests of many tenants, and of strangers: of twenty, fourteen look, one sends a signal, and
 * five come without a token, to a hook or a path that is not there, with a body that is no JSON, or
 * from somebody who is no member.
 */
final class SoakRequests implements SoakCalls {
  private static final int TENANTS = 300;
  private static final int MOST = 100_000;
  private static final int KINDS = 20;
  private static final List<String> READS =
      List.of(
          "/api/msc/status",
          "/api/maestro/policy",
          "/api/maestro/config",
          "/api/maestro/decisions?limit=20",
          "/api/maestro/intents",
          "/api/maestro/time",
          "/health");

  private final LoadedFunction function;
  private final CloseStage stage;
  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SoakRequests(LoadedFunction function, CloseStage stage) {
    this.function = function;
    this.stage = stage;
  }

  @Override
  public String what() {
    return "requests";
  }

  @Override
  public void prepare(int calls) {
    Instant now = Instant.now();
    Map<String, Object> limits = Map.of("reads_per_minute", MOST, "writes_per_minute", MOST);
    for (int i = 0; i < TENANTS; i++) {
      TenantId tenant = new TenantId("t" + i);
      Uid uid = new Uid("c" + i);
      new TenantStore(stage.firestore())
          .create(
              new Tenant(tenant, "soak", true, BigDecimal.TEN, ZoneOffset.UTC, uid),
              Map.of("limits", limits),
              "bench",
              now);
      new MemberStore(stage.firestore())
          .put(tenant, new Member(uid, Role.OPERATOR, List.of(), Optional.of(now)));
      new StrategyStore(stage.firestore())
          .add(tenant, RegisteredStrategy.live(new StrategyId("s"), uid));
    }
  }

  @Override
  public int status(int number) throws Exception {
    HttpRequest request = request(number).timeout(Duration.ofMinutes(2)).build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    statuses.merge(status, 1, Integer::sum);
    return status;
  }

  private HttpRequest.Builder request(int number) {
    int tenant = number / KINDS % TENANTS;
    String token = UnsignedToken.ofPerson("c" + tenant, "t" + tenant, CloseStage.PROJECT);
    return switch (number % KINDS) {
      case 0 -> put(token, signal());
      case 1 -> put(token, "{\"action\":");
      case 2 -> get("/api/maestro/policy");
      case 3 -> get("/api/maestro/nothing/" + number).header("Authorization", "Bearer " + token);
      case 4 ->
          get("/api/maestro/policy")
              .header(
                  "Authorization",
                  "Bearer "
                      + UnsignedToken.ofPerson("n" + number, "n" + number, CloseStage.PROJECT));
      case 5 -> hook();
      default -> get(READS.get(number % READS.size())).header("Authorization", "Bearer " + token);
    };
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(function.at(path));
  }

  private HttpRequest.Builder put(String token, String body) {
    return get("/api/maestro/signals/s")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(body));
  }

  /** An id that no hook has, another one each time. */
  private HttpRequest.Builder hook() {
    return get("/api/maestro/hooks/" + UUID.randomUUID().toString().replace("-", ""))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"secret\":\"guessed\"}"));
  }

  private static String signal() {
    return "{\"action\":\"BUY\",\"symbol\":\"AAPL\",\"allocation\":0.1,\"generated_at\":\""
        + Instant.now()
        + "\"}";
  }

  @Override
  public Map<Integer, Integer> statuses() {
    return new TreeMap<>(statuses);
  }
}
