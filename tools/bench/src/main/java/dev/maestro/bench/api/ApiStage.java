package dev.maestro.bench.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.FunctionJvm;
import dev.maestro.emulator.process.Ports;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.local.schedule.UnsignedToken;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An emulator and one process of the function {@code status}, in the JVM settings of {@code
 * ./maestro up}, with a tenant whose callers are operators with a strategy each.
 */
final class ApiStage implements AutoCloseable {
  private static final String PROJECT = "demo-bench";
  private static final TenantId TENANT = new TenantId("load");
  private static final int DECISIONS = 100;
  private static final int MOST = 100_000;

  private final Emulator emulator;
  private final ChildProcess function;
  private final URI address;

  private ApiStage(Emulator emulator, ChildProcess function, URI address) {
    this.emulator = emulator;
    this.function = function;
    this.address = address;
  }

  static ApiStage start(Path folder, int callers) {
    Emulator emulator = Emulator.firestore(Emulator.FirestoreOptions.on(folder));
    fill(emulator.host(), callers);
    Path status = Path.of("functions", "status", "target");
    int port = Ports.free();
    ChildProcess function =
        FunctionJvm.start(
            "status",
            status.resolve("invoker").resolve("java-function-invoker.jar"),
            System.getProperty(
                "maestro.bench.status", status.resolve("deployment/status.jar").toString()),
            "dev.maestro.functions.status.StatusFunction",
            port,
            Map.of("GOOGLE_CLOUD_PROJECT", PROJECT, "FIRESTORE_EMULATOR_HOST", emulator.host()),
            folder.resolve("status.log"));
    function.awaitPort(port, Duration.ofMinutes(2));
    return new ApiStage(emulator, function, URI.create("http://127.0.0.1:" + port));
  }

  private static void fill(String host, int callers) {
    Instant now = Instant.now();
    Firestore firestore = CloudFirestore.open(CloudSettings.emulated(PROJECT, host), new IoMeter());
    Map<String, Object> limits = Map.of("reads_per_minute", MOST, "writes_per_minute", MOST);
    new TenantStore(firestore)
        .create(
            new Tenant(TENANT, "load", true, BigDecimal.TEN, ZoneOffset.UTC, new Uid("c0")),
            Map.of("limits", limits),
            "bench",
            now);
    for (int i = 0; i < callers; i++) {
      Uid uid = new Uid("c" + i);
      new MemberStore(firestore)
          .put(TENANT, new Member(uid, Role.OPERATOR, List.of(), Optional.of(now)));
      new StrategyStore(firestore)
          .add(TENANT, RegisteredStrategy.live(new StrategyId("s" + i), uid));
    }
    for (int i = 0; i < DECISIONS; i++) {
      Map<String, Object> record =
          Map.of(
              "tenant_id",
              TENANT.value(),
              "timestamp",
              now.minusSeconds(300L * i),
              "kind",
              "cycle",
              "session_id",
              "load_" + i,
              "risk_mode",
              "NORMAL",
              "systemic_risk_detected",
              false);
      StoreCalls.await(firestore.document(Paths.LOGS + "/d" + i).set(StoredValue.map(record)));
    }
    firestore.shutdown();
  }

  URI at(String path) {
    return address.resolve(path);
  }

  /** The Authorization header of a caller; the demo project takes tokens that nobody signed. */
  static String authorization(int caller) {
    return "Bearer " + UnsignedToken.ofPerson("c" + caller, TENANT.value(), PROJECT);
  }

  /** Bytes that live in the heap of the function after a full collection. */
  long liveBytes() throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(function.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String histogram =
        new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String total = histogram.substring(histogram.lastIndexOf('\n') + 1);
    if (!total.startsWith("Total")) {
      throw new IOException("jcmd does not say what lives: " + histogram);
    }
    String[] words = total.split(" +", -1);
    return Long.parseLong(words[words.length - 1]);
  }

  @Override
  public void close() {
    function.close();
    emulator.close();
  }
}
