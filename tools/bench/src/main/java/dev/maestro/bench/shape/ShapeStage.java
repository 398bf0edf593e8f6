package dev.maestro.bench.shape;

import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonParser;
import dev.maestro.bench.process.LoadedFunction;
import dev.maestro.bench.process.ProcessorTime;
import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import dev.maestro.local.http.HttpCalls;
import dev.maestro.local.push.InstancePool;
import dev.maestro.local.push.PushSubscription;
import dev.maestro.local.push.PushTarget;
import dev.maestro.local.push.PushWrapper;
import dev.maestro.local.schedule.UnsignedToken;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Emulators of this run alone, one process of orchestrate and two of conduct, each in the JVM
 * settings of {@code ./maestro up}, and the push subscription between them.
 */
final class ShapeStage implements AutoCloseable {
  static final int INSTANCES = 2;

  private static final String PROJECT = "demo-shape";
  private static final String TOPIC = "maestro-cycles";
  private static final String AUDIENCE = "maestro-local";
  private static final String SCHEDULER = "scheduler@demo-shape.iam.gserviceaccount.com";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** Long enough that a delivery that is at work on the faster clock is not taken for dead. */
  private static final String LEASE_SECONDS = "999";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final SlotClock slots;
  private final Emulator store;
  private final LoadedFunction orchestrate;
  private final List<LoadedFunction> conducts = new ArrayList<>();
  private final InstancePool pool;
  private Instant last = Instant.EPOCH;

  final Firestore firestore;
  final Clock clock;

  ShapeStage(int tenants, Path folder) {
    try {
      slots = SlotClock.of(tenants);
      store = add(Emulator.firestore(Emulator.FirestoreOptions.on(folder)));
      Emulator pubsub = add(Emulator.pubsub(Ports.free(), folder));
      Map<String, String> environment = environment(store, pubsub, slots);
      CloudSettings settings = CloudSettings.read(environment);
      firestore = CloudFirestore.open(settings, new IoMeter());
      parts.push(firestore::shutdown);
      clock = LocalClock.of(settings);
      orchestrate =
          add(
              LoadedFunction.start(
                  "orchestrate", "orchestrate.OrchestrateFunction", environment, folder));
      for (int i = 0; i < INSTANCES; i++) {
        Path own = folder.resolve("conduct-" + i);
        conducts.add(
            add(LoadedFunction.start("conduct", "conduct.ConductFunction", environment, own)));
      }
      pool = new InstancePool(conducts.stream().map(one -> PushTarget.at(one.at("/"))).toList());
      wire(pubsub);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  private static Map<String, String> environment(Emulator store, Emulator pubsub, SlotClock slots) {
    return Map.of(
        "GOOGLE_CLOUD_PROJECT",
        PROJECT,
        "FIRESTORE_EMULATOR_HOST",
        store.host(),
        "PUBSUB_EMULATOR_HOST",
        pubsub.host(),
        "MAESTRO_AUDIENCE",
        AUDIENCE,
        "MAESTRO_SERVICE_CALLERS",
        SCHEDULER,
        "MAESTRO_SLOT_LEASE_SECONDS",
        LEASE_SECONDS,
        LocalClock.VARIABLE,
        slots.text());
  }

  private void wire(Emulator pubsub) {
    PushWrapper wrapper = add(new PushWrapper(0));
    PushSubscription.create(
        pubsub.address(), PROJECT, TOPIC, TOPIC, wrapper.route(PROJECT, TOPIC, TOPIC, pool));
  }

  /** The next slot of the clock, as soon as it comes. */
  Slot next() {
    Slot next = slots.next(clock, last);
    last = next.start();
    return next;
  }

  /** Calls orchestrate as Scheduler does. */
  void start(Slot slot, int tenants) throws IOException, InterruptedException {
    HttpCalls.Answer answer =
        HttpCalls.post(
            orchestrate.at("/"),
            Map.of(
                "authorization",
                "Bearer " + UnsignedToken.ofService(SCHEDULER, AUDIENCE, clock.instant()),
                "x-cloudscheduler-scheduletime",
                slot.start().toString()),
            new byte[0],
            PATIENCE);
    if (!answer.isGood()
        || JsonParser.parseString(answer.body()).getAsJsonObject().get("tenants").getAsInt()
            != tenants) {
      throw new IllegalStateException("orchestrate answered " + answer);
    }
  }

  /**
   * Waits until so many messages more than before are answered well.
   *
   * @throws IllegalStateException if they are not within ten minutes of the clock
   */
  InstancePool.Counts awaitTaken(InstancePool.Counts before, int messages)
      throws InterruptedException {
    return pool.awaitTaken(before.taken() + messages, slots.real(TEN_MINUTES).plus(PATIENCE));
  }

  /** What Pub/Sub delivered so far. */
  InstancePool.Counts counts() {
    return pool.counts();
  }

  /** Processor time so far. */
  ShapeUse use() {
    return new ShapeUse(
        conducts.stream().map(LoadedFunction::processorTime).reduce(Duration.ZERO, Duration::plus),
        orchestrate.processorTime(),
        ProcessorTime.of(store.pid()));
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception broken) {
        throw new IllegalStateException("a part could not be ended", broken);
      }
    }
  }
}
