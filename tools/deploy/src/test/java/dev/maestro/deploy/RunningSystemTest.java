package dev.maestro.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.metrics.Counted;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.audit.DecisionLog;
import dev.maestro.firestore.metrics.FirestoreMetrics;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import dev.maestro.local.catalog.FunctionTable;
import dev.maestro.local.stack.LocalStack;
import dev.maestro.local.stack.StackOptions;
import dev.maestro.local.stack.StackPorts;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole system as it is deployed: emulators, the functions' jars in processes of their own,
 * real triggers, real messages, a schedule whose five minutes take three seconds.
 */
class RunningSystemTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String PROJECT = "demo-system";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int TRADES = 60;

  private static final ConcurrentLinkedQueue<String> NOTICES = new ConcurrentLinkedQueue<>();
  private static final StackPorts PORTS = StackPorts.anyFree();
  private static final Map<String, String> CLOCK_AND_LEASE =
      Map.of(LocalClock.VARIABLE, fastClock(), "MAESTRO_SLOT_LEASE_SECONDS", "600");
  private static final CloudSettings SETTINGS = settings();
  private static final Clock CLOCK = LocalClock.of(SETTINGS);
  private static final LocalStack STACK =
      new LocalStack(
          new StackOptions(
              PROJECT,
              ROOT,
              Path.of("target/invoker"),
              PORTS,
              Optional.of(CLOCK),
              CLOCK_AND_LEASE,
              NOTICES::add),
          StackOptions.Guest.none());
  private static final Firestore FIRESTORE = CloudFirestore.open(SETTINGS, new IoMeter());

  @BeforeAll
  static void start() {
    STACK.start();
    new TenantStore(FIRESTORE)
        .create(
            new Tenant(
                new TenantId("acme"),
                "Acme",
                true,
                new BigDecimal("10000"),
                ZoneOffset.UTC,
                new Uid("owner")),
            Map.of(),
            "test",
            CLOCK.instant());
    new StrategyStore(FIRESTORE)
        .add(
            new TenantId("acme"),
            RegisteredStrategy.live(new StrategyId("trend"), new Uid("owner")));
  }

  @AfterAll
  static void stop() {
    STACK.close();
  }

  @Test
  void whoever_is_killed_no_event_is_lost_and_no_effect_comes_twice() {
    write(0);
    await("the first trade is in the weights", () -> revision() == 1);
    for (int i = 1; i < TRADES; i++) {
      write(i);
      switch (i) {
        case 15, 35 -> kill("reweigh");
        case 20, 45 -> kill("conduct");
        case 30 -> kill("orchestrate");
        default -> {}
      }
    }
    await("every trade is in the weights", () -> revision() >= TRADES);
    long decided = head().seq();
    await("slots are decided after the kills", () -> head().seq() >= decided + 3);

    assertThat(revision()).isEqualTo(TRADES);
    assertThat(loggedRevisions())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, TRADES).boxed().toList());
    assertThat(windowSize()).isEqualTo(TRADES);
    assertThat(faultsOfTheChain()).isEmpty();
    assertThat(countedMoreThanEnded()).as("each cycle is counted once").isZero();
    assertThat(NOTICES)
        .as("the supervisor told of every kill")
        .filteredOn(notice -> notice.contains("is started again"))
        .hasSize(5);
  }

  /** Five minutes pass in three seconds, from now on. */
  private static String fastClock() {
    return Instant.now() + "/100";
  }

  private static CloudSettings settings() {
    Map<String, String> environment = new TreeMap<>(CLOCK_AND_LEASE);
    environment.put("GOOGLE_CLOUD_PROJECT", PROJECT);
    environment.put("FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + PORTS.firestore());
    return CloudSettings.read(environment);
  }

  private static void write(int number) {
    StoreCalls.await(
        FIRESTORE
            .document(Paths.trade(new Uid("owner"), "trade-" + number))
            .set(
                StoredValue.map(
                    Map.of(
                        "agent_id", "trend",
                        "tenant_id", "acme",
                        "closed_at", Instant.parse("2026-01-05T00:00:00Z").plusSeconds(number),
                        "realized_pnl", new BigDecimal(number % 7 - 2),
                        "entry_price", "100",
                        "quantity", "1"))));
  }

  /** Kills it, once it is there again after the kill before. */
  private static void kill(String function) {
    await(
        function + " runs",
        () ->
            ProcessHandle.of(STACK.pid(FunctionTable.named(function)))
                .filter(ProcessHandle::destroyForcibly)
                .isPresent());
  }

  private static long revision() {
    return Optional.ofNullable(read(Paths.weights(new Uid("owner"))).getLong("revision"))
        .orElse(0L);
  }

  private static int windowSize() {
    List<?> windows =
        (List<?>)
            Optional.ofNullable(read(Paths.performance(new Uid("owner"))).get("windows"))
                .orElse(List.of());
    Map<?, ?> only = (Map<?, ?>) windows.get(0);
    return ((List<?>) Optional.ofNullable(only.get("trade_ids")).orElse(List.of())).size();
  }

  private static List<Long> loggedRevisions() {
    List<Long> revisions = new ArrayList<>();
    for (QueryDocumentSnapshot entry :
        StoreCalls.await(FIRESTORE.collection(Paths.WEIGHTS_LOGS).get())) {
      revisions.add(Optional.ofNullable(entry.getLong("revision")).orElse(0L));
    }
    return revisions.stream().sorted().toList();
  }

  /** Slots go on ending, so both are read until none has ended in between. */
  private static long countedMoreThanEnded() {
    long ended = slotsEnded();
    while (true) {
      long counted =
          Counted.CYCLES
              .in(new FirestoreMetrics(FIRESTORE).load(new TenantId("acme")).counts())
              .values()
              .stream()
              .mapToLong(Long::longValue)
              .sum();
      long endedThen = slotsEnded();
      if (ended == endedThen) {
        return counted - ended;
      }
      ended = endedThen;
    }
  }

  private static long slotsEnded() {
    return StoreCalls.await(FIRESTORE.collection("systemStatus/cycles/slots").get())
        .getDocuments()
        .stream()
        .filter(slot -> !"RUNNING".equals(slot.getString("state")))
        .count();
  }

  private static ChainHead head() {
    return new DecisionLog(FIRESTORE).head(new TenantId("acme"));
  }

  private static List<String> faultsOfTheChain() {
    ChainHead end = head();
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    new DecisionLog(FIRESTORE)
        .forEachCycle(
            new TenantId("acme"),
            (id, record) -> {
              if (verifier.records() < end.seq()) {
                verifier.add(record, id);
              }
            });
    verifier.endsAt(end);
    return verifier.faults();
  }

  private static DocumentSnapshot read(String path) {
    return StoreCalls.await(FIRESTORE.document(path).get());
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now())
          .as("%s, within %s; notices: %s", what, PATIENCE, NOTICES)
          .isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
