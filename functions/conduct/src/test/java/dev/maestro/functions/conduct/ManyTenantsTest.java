package dev.maestro.functions.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.pubsub.CycleMessage;
import dev.maestro.google.pubsub.TopicPublisher;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import dev.maestro.local.push.InstancePool;
import dev.maestro.local.push.PushSubscription;
import dev.maestro.local.push.PushTarget;
import dev.maestro.local.push.PushWrapper;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Twelve tenants and two slots over the Pub/Sub emulator to two instances; the short form of {@code
 * ./maestro bench shape}.
 */
class ManyTenantsTest {
  private static final String PROJECT = "demo-conduct-many";
  private static final String TOPIC = "maestro-cycles";
  private static final int STRATEGIES = 5;
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AcmeTenant STORED = new AcmeTenant(PROJECT);
  private static final Firestore FIRESTORE =
      CloudFirestore.open(
          CloudSettings.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());
  private static final List<TenantId> TENANTS =
      IntStream.range(0, 12).mapToObj(i -> new TenantId("t" + i)).toList();

  /** A slot that will have begun ten seconds ago when the functions' clock is set. */
  private final Slot newer = new Slot(Slot.of(Instant.now()).start().plus(SLOT));

  private final Slot older = new Slot(newer.start().minus(SLOT));

  @Test
  void each_slot_of_each_tenant_is_decided_once_though_an_instance_dies_and_messages_come_twice()
      throws Exception {
    createTenants();
    Map<String, String> clock =
        Map.of(LocalClock.VARIABLE, clock(), "MAESTRO_SLOT_LEASE_SECONDS", "10");
    try (Emulator pubsub = Emulator.pubsub(Ports.free(), Path.of("target", "emulators", "many"));
        TestedFunction first = start("conduct-many-first", clock);
        TestedFunction second = start("conduct-many-second", clock);
        PushWrapper wrapper = new PushWrapper(0)) {
      InstancePool pool =
          new InstancePool(List.of(dyingAtItsThird(first), PushTarget.at(second.address())));
      PushSubscription.create(
          pubsub.address(), PROJECT, TOPIC, TOPIC, wrapper.route(PROJECT, TOPIC, TOPIC, pool));
      TopicPublisher publisher =
          new TopicPublisher(
              CloudSettings.read(
                  Map.of("GOOGLE_CLOUD_PROJECT", PROJECT, "PUBSUB_EMULATOR_HOST", pubsub.host())));

      publish(publisher, older);
      pool.awaitTaken(12, PATIENCE);
      publish(publisher, newer);
      publish(publisher, newer);
      InstancePool.Counts counts = pool.awaitTaken(36, PATIENCE);

      assertThat(counts.messages()).isEqualTo(36);
      assertThat(counts.redeliveries()).isPositive();
      assertThat(counts.answers()).containsKey(503);
    }
    assertThat(decisions()).isEqualTo(onceEach());
    assertThat(STORED.slots())
        .hasSize(24)
        .allSatisfy(slot -> assertThat(slot.getString("state")).isEqualTo("DONE"));
  }

  /** How many decisions each tenant and slot has. */
  private static Map<String, Integer> decisions() {
    return STORED.records().stream()
        .map(record -> record.get("tenant_id") + " " + record.get("cycle_slot"))
        .collect(Collectors.toMap(one -> one, one -> 1, Integer::sum, TreeMap::new));
  }

  private Map<String, Integer> onceEach() {
    Map<String, Integer> once = new TreeMap<>();
    for (TenantId tenant : TENANTS) {
      once.put(tenant + " " + CanonicalJson.time(older.start()), 1);
      once.put(tenant + " " + CanonicalJson.time(newer.start()), 1);
    }
    return once;
  }

  /** At its third event it is killed as soon as the slot is taken. */
  private PushTarget dyingAtItsThird(TestedFunction function) {
    PushTarget alive = PushTarget.at(function.address());
    AtomicInteger events = new AtomicInteger();
    return (headers, body) -> {
      if (events.incrementAndGet() < 3) {
        return alive.take(headers, body);
      }
      CompletableFuture<Void> lost =
          CompletableFuture.runAsync(() -> takeAndLose(alive, headers, body));
      awaitSlot(CycleMessage.read(body));
      function.kill();
      lost.join();
      throw new IOException("it was killed");
    };
  }

  private static void takeAndLose(PushTarget alive, Map<String, String> headers, byte[] body) {
    try {
      assertThat(alive.take(headers, body)).isPositive();
    } catch (IOException connectionLost) {
      assertThat(connectionLost).isNotNull();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitSlot(CycleMessage message) {
    String path = Paths.slot(message.tenant(), message.slot().start());
    Instant deadline = Instant.now().plusSeconds(60);
    while (!StoreCalls.await(FIRESTORE.document(path).get()).exists()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("the slot was never taken");
      }
    }
  }

  private static void publish(TopicPublisher publisher, Slot slot) {
    publisher.publish(
        TOPIC, TENANTS.stream().map(tenant -> new CycleMessage(tenant, slot).fields()).toList());
  }

  private static TestedFunction start(String name, Map<String, String> environment) {
    return TestedFunction.start(
        name, ConductFunction.class, PROJECT, SharedEmulator.firestore(), environment);
  }

  /**
   * Runs twice as fast and is ten seconds into the newer slot now, so both can be decided for two
   * minutes and more.
   */
  private String clock() {
    Instant now = Instant.now();
    Duration ahead = Duration.between(now, newer.start().plusSeconds(10));
    return now.minus(ahead) + "/2";
  }

  private static void createTenants() {
    SharedEmulator.clear(PROJECT);
    Instant now = Instant.now();
    Uid owner = new Uid("owner");
    for (TenantId id : TENANTS) {
      new TenantStore(FIRESTORE)
          .create(
              new Tenant(id, id.value(), true, new BigDecimal("10000"), ZoneOffset.UTC, owner),
              Map.of(),
              "test",
              now);
      for (int i = 0; i < STRATEGIES; i++) {
        new StrategyStore(FIRESTORE)
            .add(id, RegisteredStrategy.live(new StrategyId("s" + i), owner));
      }
    }
  }
}
