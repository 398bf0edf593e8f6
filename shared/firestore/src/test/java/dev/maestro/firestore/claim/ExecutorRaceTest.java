package dev.maestro.firestore.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.check.LedgerCheck;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.firestore.claim.race.ModelBroker;
import dev.maestro.firestore.claim.race.Nudge;
import dev.maestro.firestore.claim.race.RaceField;
import dev.maestro.firestore.claim.race.RacingProcess;
import dev.maestro.firestore.claim.race.RacingTeam;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executors race for orders on the emulator. {@code -Dmaestro.race=full}: 50 executors and 200
 * intents, and processes that are killed many times.
 */
class ExecutorRaceTest {
  private static final boolean IS_FULL = "full".equals(System.getProperty("maestro.race"));
  private static final String PROJECT = "demo-race";
  private static final int EXECUTORS = IS_FULL ? 50 : 6;
  private static final int INTENTS = IS_FULL ? 200 : 12;
  private static final int THREADS = IS_FULL ? 12 : 6;
  private static final int PROCESSES = 2;
  private static final int KILLS = 12;
  private static final int LONGEST_LIFE_MILLIS = 12_000;
  private static final int SHORTEST_LIFE_MILLIS = 1_500;

  private final FirestoreLedgerScene scene = new FirestoreLedgerScene(PROJECT, Clock.systemUTC());
  private final Random random = new Random(20_260_302);
  private final Instant start = Instant.now().minusMillis(1);

  @TempDir private Path folder = Path.of("");
  private ModelBroker broker = new ModelBroker(Path.of("target", "race"));
  private List<Nonce> nonces = List.of();

  @BeforeEach
  void intents_wait() {
    broker = new ModelBroker(folder);
    MovableClock clock = new MovableClock(start);
    scene.given(LedgerDesk.TENANT, new LedgerDesk(scene, clock).policy(SymbolsDefault.ALLOW));
    lay(INTENTS);
  }

  /** Three in four are entries. */
  private void lay(int intents) {
    nonces = RaceField.lay(scene, start, intents - intents / 4, intents / 4);
  }

  @Test
  void every_intent_is_granted_to_one_and_executed_once() throws Exception {
    race(Nudge.of(nonces, EXECUTORS, IS_FULL ? 4 : 3, 1, random), 2);
  }

  @Test
  void nudges_that_come_three_times_send_nothing_twice() throws Exception {
    race(Nudge.of(nonces, EXECUTORS, 2, 3, random), IS_FULL ? 2 : 1);
  }

  @Test
  void processes_that_die_send_nothing_twice() throws Exception {
    if (IS_FULL) {
      die_at_any_time();
    } else {
      die_between_two_steps();
    }
    nothing_happened_twice();
  }

  private void die_between_two_steps() throws Exception {
    lay(4);
    deliver(Nudge.of(nonces, EXECUTORS, 3, 1, random));
    for (int i = 0; i < PROCESSES; i++) {
      assertThat(end(start(i, 1, random.nextInt(2, 5)))).isEqualTo(RacingProcess.KILLED);
    }
    List<Process> again = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      again.add(start(i, 1, 0));
    }
    for (Process process : again) {
      assertThat(end(process)).as("see %s", folder).isZero();
    }
  }

  /** Too long for every day: the emulator keeps the locks of who is killed for up to a minute. */
  private void die_at_any_time() throws Exception {
    List<Nudge> nudges = Nudge.of(nonces, EXECUTORS, 2, 1, random);
    deliver(nudges);
    long begun = System.nanoTime();
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      running.add(start(i, THREADS / 2, 0));
    }
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      int victim = random.nextInt(PROCESSES);
      int life = random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS);
      if (!running.get(victim).waitFor(life, TimeUnit.MILLISECONDS)) {
        running.get(victim).destroyForcibly().waitFor();
        running.set(victim, start(victim, THREADS / 2, 0));
        killed++;
      }
    }
    for (Process process : running) {
      assertThat(end(process)).as("see %s", folder).isZero();
    }
    tell(nudges.size() + " nudges, " + killed + " kills", begun);
    assertThat(killed).isPositive();
  }

  private void deliver(List<Nudge> nudges) throws Exception {
    Files.write(folder.resolve(RacingProcess.NUDGES), nudges.stream().map(Nudge::line).toList());
  }

  private Process start(int number, int threads, int dieAt) throws Exception {
    RacingProcess.Seat seat = new RacingProcess.Seat(folder, number, PROCESSES, threads);
    return RacingProcess.start(SharedEmulator.firestore(), PROJECT, seat, dieAt);
  }

  private static int end(Process process) throws Exception {
    assertThat(process.waitFor(9, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** At so many doors, which are processes to the store. */
  private void race(List<Nudge> nudges, int number) throws Exception {
    List<FirestoreLedgers> doors = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      doors.add(RacingProcess.ledgers(SharedEmulator.firestore(), PROJECT));
    }
    long begun = System.nanoTime();
    new RacingTeam(doors, broker, folder, () -> {}).work(nudges, THREADS, nudge -> {});
    tell(nudges.size() + " nudges", begun);
    nothing_happened_twice();
  }

  private void nothing_happened_twice() {
    SortedMap<String, String> granted = new TreeMap<>();
    for (String line : broker.granted()) {
      int space = line.indexOf(' ');
      String token = line.substring(space + 1);
      assertThat(granted.merge(line.substring(0, space), token, (one, other) -> one))
          .as("whose %s is", line)
          .isEqualTo(token);
    }
    SortedMap<String, ModelBroker.Order> orders = broker.orders();
    assertThat(broker.refused()).isEmpty();
    assertThat(orders.keySet())
        .containsExactlyInAnyOrderElementsOf(nonces.stream().map(Nonce::value).toList());
    orders.forEach(
        (nonce, order) -> assertThat(granted).as("who sends").containsEntry(nonce, order.by()));
    what_was_filled_is_booked(orders);
  }

  private void what_was_filled_is_booked(SortedMap<String, ModelBroker.Order> orders) {
    TenantLedger kept = scene.ledger(LedgerDesk.TENANT, AccountId.MAIN);
    List<KeptIntent> intents =
        nonces.stream().map(nonce -> scene.intent(LedgerDesk.TENANT, nonce)).toList();
    Money spent = Money.ZERO;
    for (KeptIntent each : intents) {
      Intent intent = each.intent();
      assertThat(intent.state()).isEqualTo(IntentState.FILLED);
      ModelBroker.Order order = orders.get(intent.nonce().value());
      assertThat(intent.filled()).isEqualTo(Objects.requireNonNull(order).filled(true));
      Money fees = intent.filled().fees();
      spent = spent.plus(intent.isEntry() ? order.notional().plus(fees) : fees);
    }
    assertThat(kept.ledger().intents().all()).isEmpty();
    assertThat(LedgerSums.reserved(kept.ledger())).isEqualTo(Money.ZERO);
    assertThat(LedgerSums.filledSince(kept.ledger())).isEqualTo(spent);
    assertThat(LedgerSums.available(kept.ledger()).orElseThrow())
        .isEqualByComparingTo(RaceField.BUYING_POWER.minus(spent).value())
        .isGreaterThan(BigDecimal.ZERO);
    assertThat(LedgerCheck.findings(kept, intents, List.of(), true)).isEmpty();
  }

  /** Figures of docs/ledger.md. */
  private static void tell(String what, long begun) {
    if (IS_FULL) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      System.out.println(
          "race: "
              + EXECUTORS
              + " executors, "
              + INTENTS
              + " intents, "
              + what
              + ": "
              + took.toSeconds()
              + " s");
    }
  }
}
