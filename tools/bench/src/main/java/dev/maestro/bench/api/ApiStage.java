package dev.maestro.bench.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.bench.process.LoadedFunction;
import dev.maestro.emulator.Emulator;
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
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
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
  private final LoadedFunction function;

  private ApiStage(Emulator emulator, LoadedFunction function) {
    this.emulator = emulator;
    this.function = function;
  }

  static ApiStage start(Path folder, int callers) {
    Emulator emulator = Emulator.firestore(Emulator.FirestoreOptions.on(folder));
    fill(emulator.host(), callers);
    LoadedFunction function =
        LoadedFunction.start(
            "status",
            "status.StatusFunction",
            Map.of("GOOGLE_CLOUD_PROJECT", PROJECT, "FIRESTORE_EMULATOR_HOST", emulator.host()),
            folder);
    return new ApiStage(emulator, function);
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
    return function.at(path);
  }

  /** The Authorization header of a caller; the demo project takes tokens that nobody signed. */
  static String authorization(int caller) {
    return "Bearer " + UnsignedToken.ofPerson("c" + caller, TENANT.value(), PROJECT);
  }

  /** Bytes that live in the heap of the function after a full collection. */
  long liveBytes() {
    return function.liveBytes();
  }

  @Override
  public void close() {
    function.close();
    emulator.close();
  }
}
