package dev.maestro.firestore.claim;

import static dev.maestro.testing.claim.LedgerDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.Timestamp;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.check.LedgerCheck;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read and written, what damage does, and many at once. */
class LedgerDocumentsTest {
  private static final String LEDGER = Paths.ledger(TENANT, AccountId.MAIN);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final FirestoreLedgerScene scene =
      new FirestoreLedgerScene("demo-ledger-documents", clock);
  private final LedgerDesk desk = new LedgerDesk(scene, clock);

  @BeforeEach
  void one_entry_is_reserved() {
    desk.open();
    clock.pass(Duration.ofSeconds(10));
    desk.entry("n1", "AAPL");
  }

  private IoMeter.Count count(Callable<?> call) throws Exception {
    IoMeter.Count before = scene.store.meter().count();
    call.call();
    return scene.store.meter().count().since(before);
  }

  @Test
  void a_claim_reads_five_documents_in_one_call_and_writes_two() throws Exception {
    IoMeter.Count claim = count(() -> desk.claim("n1"));
    assertThat(claim.reads()).isEqualTo(5);
    assertThat(claim.writes()).isEqualTo(2);
    assertThat(claim.calls()).as("begin, read, commit").isEqualTo(3);
  }

  @Test
  void a_report_reads_five_documents_and_writes_at_most_four() throws Exception {
    desk.claim("n1");
    IoMeter.Count entry = count(() -> desk.report("n1", "100", "10000", "0", true));
    assertThat(entry.reads()).isEqualTo(5);
    assertThat(entry.writes()).as("ledger, intent, token").isEqualTo(3);
    desk.exit("x1", "AAPL").claim("x1");
    IoMeter.Count exit = count(() -> desk.report("x1", "100", "11000", "0", true));
    assertThat(exit.reads()).isEqualTo(5);
    assertThat(exit.writes()).as("ledger, intent, token, row").isEqualTo(4);
    desk.entry("n2", "MSFT").claim("n2");
    IoMeter.Count overfill = count(() -> desk.report("n2", "200", "20000", "0", false));
    assertThat(overfill.writes()).as("ledger, intent, alert").isEqualTo(3);
  }

  @Test
  void members_find_no_token_in_an_intent_and_late_reports_are_told_apart() {
    String path = Paths.intent(TENANT, new Nonce("n1"));
    desk.claim("n1");
    assertThat(document(path)).doesNotContainKey("token_hash");
    desk.report("n1", "0", "0", "0", true);
    assertThat(document(path)).doesNotContainKey("token_hash");

    assertThat(desk.report("n1", "wrong", LedgerDesk.figures("1", "100", "0"), true).code())
        .isEqualTo(CommandCode.WRONG_TOKEN);
    assertThat(desk.report("n1", "1", "100", "0", true).code()).isEqualTo(CommandCode.LATE_FILL);
    StoreCalls.await(
        scene
            .store
            .firestore()
            .document(Paths.token(TENANT, AccountId.MAIN, new Nonce("n1")))
            .delete());
    assertThat(desk.report("n1", "2", "200", "0", true).code()).isEqualTo(CommandCode.WRONG_TOKEN);
  }

  @Test
  void every_kind_of_damage_to_a_ledger_grants_nothing_and_says_so() {
    Map<String, Object> sound = ledger();
    long told = 0;
    for (String field : sound.keySet()) {
      if (field.equals("tenant_id")) {
        continue;
      }
      List<Map<String, Object>> damaged = new ArrayList<>();
      damaged.add(without(sound, field));
      damaged.add(with(sound, field, -1L));
      damaged.add(with(sound, field, List.of("x")));
      putNull(sound, field);
      assertThatThrownBy(() -> desk.claim("n1"))
          .isInstanceOf(UnreadableLedgerException.class)
          .hasMessageContaining(field);
      told++;
      for (Map<String, Object> each : damaged) {
        put(each);
        assertThatThrownBy(() -> desk.claim("n1"))
            .as("%s in %s", field, each)
            .isInstanceOf(UnreadableLedgerException.class)
            .hasMessageContaining(field);
        told++;
      }
    }
    assertThat(scene.alerts(TENANT, AlertCode.UNREADABLE_LEDGER)).isEqualTo(told);
    put(with(sound, "format", 2L));
    assertThatThrownBy(() -> desk.claim("n1")).hasMessageContaining("format");
    put(sound);
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void an_intent_that_cannot_be_read_is_granted_to_nobody() {
    String path = Paths.intent(TENANT, new Nonce("n1"));
    Map<String, Object> sound = document(path);
    for (String field : sound.keySet()) {
      if (!List.of("tenant_id", "history").contains(field)) {
        StoreCalls.await(scene.store.firestore().document(path).set(without(sound, field)));
        assertThatThrownBy(() -> desk.claim("n1"))
            .isInstanceOf(UnreadableLedgerException.class)
            .hasMessageContaining(field);
      }
    }
  }

  /** A booking that the snapshot contains can only have been written by hand. */
  @Test
  void a_broken_invariant_writes_nothing_and_lets_only_exits_pass() {
    Map<String, Object> broken = with(ledger(), "bookings", List.of(booking()));
    put(broken);
    assertThatThrownBy(() -> desk.claim("n1")).isInstanceOf(BrokenLedgerException.class);
    assertThat(ledger()).isEqualTo(broken);
    assertThat(scene.store.read(Paths.control(TENANT)).get("state", Kinds.TEXT))
        .isEqualTo("REDUCING");
    assertThat(scene.alerts(TENANT, AlertCode.BROKEN_INVARIANT)).isEqualTo(1);
  }

  @Test
  void a_broken_invariant_loosens_no_halt() {
    desk.claim("n1");
    desk.throwSwitch(TradingState.HALTED);
    put(with(ledger(), "bookings", List.of(booking())));
    assertThatThrownBy(() -> desk.report("n1", "1", "100", "0", false))
        .isInstanceOf(BrokenLedgerException.class);
    assertThat(scene.store.read(Paths.control(TENANT)).get("state", Kinds.TEXT))
        .isEqualTo("HALTED");
  }

  @Test
  void switches_that_are_missing_or_nonsense_let_no_entry_through() {
    String control = Paths.control(TENANT);
    StoreCalls.await(scene.store.firestore().document(control).delete());
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.REDUCING);
    scene.store.write(control, Map.of("state", "GO"));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.REDUCING);
    scene.store.write(control, Map.of("state", "ACTIVE", "fence", "many"));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.REDUCING);
    scene.store.write(control, Map.of("state", "ACTIVE", "reason", 7L));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void a_policy_that_is_missing_unreadable_or_expired_lets_no_entry_through() {
    String policy = Paths.of(TENANT, "policy/current");
    Map<String, Object> sound = document(policy);
    StoreCalls.await(scene.store.firestore().document(policy).delete());
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.POLICY_BLOCKED);
    scene.store.write(policy, Map.of("policy", "all of it"));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.POLICY_BLOCKED);
    StoreCalls.await(scene.store.firestore().document(policy).set(without(sound, "evaluated_at")));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.POLICY_BLOCKED);
  }

  @Test
  void twenty_claims_at_once_from_three_processes_end_with_one_grant_each() throws Exception {
    List<String> nonces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      nonces.add("many-" + i);
    }
    for (String nonce : nonces) {
      desk.entry(nonce, "S" + nonces.indexOf(nonce));
    }
    ExecutorService threads = Executors.newFixedThreadPool(20);
    List<Callable<CommandCode>> calls = new ArrayList<>();
    List<LedgerPort> processes = List.of(scene.another(), scene.another(), scene.another());
    for (int i = 0; i < nonces.size(); i++) {
      LedgerPort process = processes.get(i % processes.size());
      String nonce = nonces.get(i);
      calls.add(() -> untilAnswered(process, nonce));
    }
    List<CommandCode> codes = new ArrayList<>();
    for (Future<CommandCode> answer : threads.invokeAll(calls)) {
      codes.add(answer.get());
    }
    threads.shutdown();
    assertThat(codes).hasSize(20).containsOnly(CommandCode.GRANTED);
    assertThat(desk.ledger().grants().lastHour()).hasSize(20);
  }

  @Test
  void what_is_stored_agrees_after_a_day_of_trading() {
    desk.claim("n1");
    desk.report("n1", "100", "10000", "1.25", true);
    desk.exit("x1", "AAPL").claim("x1");
    desk.report("x1", "30", "3300.3333", "0.5", false);
    desk.stop("s1", "AAPL", "10", "990");
    desk.apply(new LedgerCommand.Settle());
    assertThat(
            LedgerCheck.findings(
                scene.ledger(TENANT, AccountId.MAIN),
                List.of(desk.intent("n1"), desk.intent("x1")),
                IntentDocument.readClose(
                        Optional.of(
                            scene.store.read(Paths.closes(TENANT, AccountId.MAIN) + "/close-s1")))
                    .stream()
                    .toList(),
                true))
        .isEmpty();
  }

  private static CommandCode untilAnswered(LedgerPort process, String nonce) {
    UnavailableException last = new UnavailableException("never asked");
    for (int i = 0; i < 10; i++) {
      try {
        return process
            .apply(
                TENANT,
                AccountId.MAIN,
                new LedgerCommand.Claim(
                    new Nonce(nonce), LedgerDesk.EXECUTOR, LedgerDesk.token(nonce)))
            .code();
      } catch (UnavailableException contended) {
        last = contended;
      }
    }
    throw last;
  }

  private Map<String, Object> booking() {
    return Map.of(
        "symbol",
        "AAPL",
        "at",
        Timestamp.ofTimeSecondsAndNanos(clock.instant().getEpochSecond() - 3600, 0),
        "used",
        "5");
  }

  private Map<String, Object> ledger() {
    return document(LEDGER);
  }

  private Map<String, Object> document(String path) {
    return StoreCalls.await(scene.store.firestore().document(path).get()).getData();
  }

  private void put(Map<String, Object> fields) {
    StoreCalls.await(scene.store.firestore().document(LEDGER).set(fields));
  }

  private void putNull(Map<String, Object> fields, String name) {
    Map<String, Object> other = new HashMap<>(fields);
    other.putAll(Collections.singletonMap(name, null));
    put(other);
  }

  private static Map<String, Object> without(Map<String, Object> fields, String name) {
    Map<String, Object> fewer = new HashMap<>(fields);
    fewer.remove(name);
    return Collections.unmodifiableMap(fewer);
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> other = new HashMap<>(fields);
    other.put(name, value);
    return other;
  }
}
