package dev.maestro.functions.status;

import com.google.cloud.firestore.DocumentChange;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.ListenerRegistration;
import dev.maestro.cli.main.Maestro;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import dev.maestro.local.schedule.CronLine;
import dev.maestro.local.schedule.Timetable;
import dev.maestro.local.schedule.UnsignedToken;
import dev.maestro.market.host.MarketDesk;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What {@code ./maestro up --empty --tick 10s} gives: the API as a process, cycles of every tenant
 * when they are due, and weights that follow the journal of one owner. There is no Pub/Sub.
 */
final class QuickSystem implements AutoCloseable {
  private static final String PROJECT = "demo-quick";
  private static final long FASTER = 30;
  private static final CronLine SLOTS = CronLine.parse("*/5 * * * *");

  private final Firestore firestore;
  private final TestedFunction status;
  private final Timetable timetable;
  private final ListenerRegistration trades;
  private final Queue<String> notices = new ConcurrentLinkedQueue<>();

  QuickSystem(Uid owner) {
    SharedEmulator.clear(PROJECT);
    Map<String, String> variables =
        Map.of(
            "GOOGLE_CLOUD_PROJECT",
            PROJECT,
            "FIRESTORE_EMULATOR_HOST",
            SharedEmulator.firestore(),
            LocalClock.VARIABLE,
            start(Instant.now()) + "/" + FASTER);
    CloudSettings settings = CloudSettings.read(variables);
    firestore = CloudFirestore.open(settings, new IoMeter());
    status = TestedFunction.start("status-quick", StatusFunction.class, variables);
    Clock clock = LocalClock.of(settings);
    ConductSlot cycles =
        new ConductSlot(
            new FirestoreCycles(firestore, Map.of()),
            MarketDesk.open(Optional.empty(), notices::add),
            (of, code, message, now) -> notices.add(code + " of " + of + ": " + message),
            clock,
            settings.slotLease(),
            EngineVersion.CURRENT);
    timetable = new Timetable(clock, notices::add);
    timetable.add(
        "conduct",
        SLOTS,
        clock.instant(),
        due ->
            new TenantStore(firestore)
                .activeTenants(notices::add)
                .forEach(tenant -> cycles.conduct(tenant, Slot.of(due), "quick")));
    Alerts alerts = new Alerts(firestore, (message, fields) -> notices.add(message));
    trades = follow(owner, FirestoreReweigh.of(firestore, alerts, Map.of()), clock);
  }

  /**
   * From when the clock runs faster: it shows what the system's shows, or the next midnight where a
   * day would end while the page is typed, because an account of yesterday opens nothing.
   */
  private static Instant start(Instant now) {
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    boolean endsSoon = now.plus(2, ChronoUnit.HOURS).isAfter(midnight);
    Duration ahead = endsSoon ? Duration.between(now, midnight) : Duration.ZERO;
    return now.minus(ahead.dividedBy(FASTER - 1));
  }

  /** Weighs again whatever is written to the journal, as the trigger of documents does. */
  private ListenerRegistration follow(Uid owner, Reweigh reweigh, Clock clock) {
    return firestore
        .collection(Paths.journal(owner))
        .addSnapshotListener(
            (journal, failure) -> {
              if (journal == null) {
                notices.add("the journal is not followed: " + failure);
                return;
              }
              for (DocumentChange change : journal.getDocumentChanges()) {
                reweigh.onTradeWritten(
                    owner, change.getDocument().getId(), "quick", clock.instant());
              }
            });
  }

  /** A program {@code maestro} in a folder, which runs the classes under test. */
  static void plantProgram(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path program = folder.resolve("maestro");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
            .formatted(java, classPath, Maestro.class.getName()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  /** What {@code ./maestro up --exec} puts into the environment, as far as the page needs it. */
  Map<String, String> variables() {
    return Map.of(
        "GOOGLE_CLOUD_PROJECT",
        PROJECT,
        "FIRESTORE_EMULATOR_HOST",
        SharedEmulator.firestore(),
        "MAESTRO_STATUS_URL",
        "http://" + status.address().getAuthority());
  }

  /** A token of somebody who speaks for a tenant. */
  static String token(Uid uid, TenantId tenant) {
    return UnsignedToken.ofPerson(uid.value(), tenant.value(), PROJECT);
  }

  /** Where everything is kept. */
  Firestore firestore() {
    return firestore;
  }

  /** Sentences about what failed behind the API. */
  Queue<String> notices() {
    return notices;
  }

  @Override
  public void close() {
    timetable.close();
    trades.remove();
    status.close();
    firestore.shutdownNow();
  }
}
