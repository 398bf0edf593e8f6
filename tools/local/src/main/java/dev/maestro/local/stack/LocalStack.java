package dev.maestro.local.stack;

import dev.maestro.emulator.Emulator;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import dev.maestro.local.catalog.FunctionTable;
import dev.maestro.local.page.PageServer;
import dev.maestro.local.process.Supervisor;
import dev.maestro.local.push.PushSubscription;
import dev.maestro.local.push.PushWrapper;
import dev.maestro.local.router.TriggerRouter;
import dev.maestro.local.schedule.CronLine;
import dev.maestro.local.schedule.ScheduledCall;
import dev.maestro.local.schedule.Timetable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole system on one machine: emulators, every function in a process of its own, triggers,
 * subscriptions and schedule wired. Closing it ends all that it started.
 */
public final class LocalStack implements AutoCloseable {
  /** The audience of service tokens on this machine. */
  public static final String AUDIENCE = "maestro-local";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What starts the slots. */
  private static final DeployedFunction SLOTS = FunctionTable.named("orchestrate");

  private final StackOptions options;
  private final Consumer<String> notices;
  private final StackOptions.Guest guest;
  private final Cleanup cleanup = new Cleanup();
  private final Map<DeployedFunction, Supervisor> functions = new LinkedHashMap<>();

  /** Starts nothing yet. */
  public LocalStack(StackOptions options, StackOptions.Guest guest) {
    this.options = options.withNotices(this::notice);
    this.notices = options.notices();
    this.guest = guest;
  }

  /** The service account that the schedule calls as. */
  public static String schedulerOf(String project) {
    return "scheduler@" + project + ".iam.gserviceaccount.com";
  }

  /**
   * Starts everything and waits until it is ready. What it started is ended if it fails.
   *
   * @throws IllegalStateException saying what did not start
   */
  public void start() {
    try {
      StackPorts ports = options.ports();
      Emulator firestore = cleanup.add(() -> Emulator.firestore(firestoreOptions()));
      Emulator pubsub = cleanup.add(() -> Emulator.pubsub(ports.pubsub(), options.logFolder()));
      guest.emulatorsReady();
      startFunctions();
      wireDocuments(firestore.address());
      wireTopics(pubsub.address());
      options.clock().ifPresent(this::wireSchedule);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Where a function is called. */
  public URI address(DeployedFunction function) {
    return URI.create("http://127.0.0.1:" + options.ports().of(function) + "/");
  }

  /** The id of the process in which a function runs now. */
  public long pid(DeployedFunction function) {
    return Optional.ofNullable(functions.get(function)).orElseThrow().current().pid();
  }

  /**
   * Calls a scheduled function out of turn; a failure is told and does no harm.
   *
   * @param due the time it is called for
   */
  public void callOnce(DeployedFunction function, Instant due) {
    try {
      call(function, options.clock().orElse(Clock.systemUTC())).run(due);
    } catch (IllegalStateException failure) {
      options.notices().accept(function.id() + " at " + due + " failed: " + failure.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private ScheduledCall call(DeployedFunction function, Clock clock) {
    return new ScheduledCall(address(function), schedulerOf(options.project()), AUDIENCE, clock);
  }

  /**
   * Serves a built dashboard; the API is below it.
   *
   * @param folder what was built
   * @param settings text of its {@code config.json}
   * @param connections origins it calls beside its own: emulators
   * @return its address
   */
  public URI serve(Path folder, String settings, List<String> connections) {
    URI api = address(FunctionTable.named("status"));
    int port = options.ports().page();
    return cleanup.add(() -> new PageServer(port, folder, settings, api, connections)).address();
  }

  private Emulator.FirestoreOptions firestoreOptions() {
    StackPorts ports = options.ports();
    Optional<Path> rules =
        Optional.of(options.root().resolve("firestore.rules")).filter(Files::isRegularFile);
    return new Emulator.FirestoreOptions(
        ports.firestore(), rules, Optional.of(ports.router()), options.logFolder());
  }

  private void startFunctions() {
    FunctionProcess process = new FunctionProcess(options);
    for (DeployedFunction function : FunctionTable.all()) {
      functions.put(function, cleanup.add(() -> process.start(function)));
    }
    functions.forEach((function, run) -> run.keep(options.ports().of(function), PATIENCE));
  }

  private void wireDocuments(URI firestore) {
    TriggerRouter router =
        cleanup.add(() -> new TriggerRouter(options.ports().router(), options.notices()));
    for (DeployedFunction function : FunctionTable.startedBy(Trigger.DOCUMENT)) {
      router.register(
          firestore, options.project(), function.id(), function.source(), address(function));
    }
  }

  private void wireTopics(URI pubsub) {
    PushWrapper wrapper = cleanup.add(() -> new PushWrapper(options.ports().push()));
    for (DeployedFunction function : FunctionTable.startedBy(Trigger.TOPIC)) {
      String name = function.source() + "-" + function.id();
      URI endpoint = wrapper.route(options.project(), function.source(), name, address(function));
      PushSubscription.create(pubsub, options.project(), function.source(), name, endpoint);
    }
  }

  private void wireSchedule(Clock clock) {
    Timetable timetable = cleanup.add(() -> new Timetable(clock, options.notices()));
    Instant begin = clock.instant();
    for (DeployedFunction function : FunctionTable.startedBy(Trigger.SCHEDULE)) {
      ScheduledCall call = call(function, clock);
      CronLine line = CronLine.parse(function.source());
      timetable.add(function.id(), line, begin, due -> run(function, call, due));
    }
  }

  private void run(DeployedFunction function, ScheduledCall call, Instant due)
      throws InterruptedException {
    if (function.equals(SLOTS)) {
      announce(due);
    }
    call.run(due);
  }

  /** A guest that fails keeps no slot from being started. */
  private void announce(Instant slot) {
    try {
      guest.slotComes(slot);
    } catch (RuntimeException failure) {
      options.notices().accept("nothing moved before " + slot + ": " + failure.getMessage());
    }
  }

  /** While everything is being stopped, nobody wants to hear what does not answer any more. */
  private void notice(String sentence) {
    if (!cleanup.isClosed()) {
      notices.accept(sentence);
    }
  }

  @Override
  public void close() {
    cleanup.close();
  }
}
