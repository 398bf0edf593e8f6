package dev.maestro.firestore.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.firestore.api.PolicyView;
import dev.maestro.firestore.policy.PolicyDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy that was lost or edited by hand: claims, cycles and people see the same, closed. */
class StoredPolicyGateTest {
  private static final String POLICY = Paths.of(LedgerDesk.TENANT, PolicyDocument.PATH);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final FirestoreLedgerScene scene = new FirestoreLedgerScene("demo-stored-policy", clock);
  private final LedgerDesk desk = new LedgerDesk(scene, clock);
  private Map<String, Object> sound = Map.of();

  @BeforeEach
  void an_entry_and_an_exit_are_reserved() {
    desk.open();
    clock.pass(Duration.ofSeconds(10));
    desk.bought("n0", "MSFT").entry("n1", "AAPL").exit("x1", "MSFT");
    scene.given(LedgerDesk.TENANT, desk.policy(SymbolsDefault.ALLOW));
    sound = Optional.ofNullable(StoreCalls.await(document().get()).getData()).orElseThrow();
  }

  private DocumentReference document() {
    return scene.store.firestore().document(POLICY);
  }

  private void closed(Map<String, Object> stored, Object what) {
    StoreCalls.await(document().set(stored));
    assertThat(desk.claim("n1").code()).as("%s", what).isEqualTo(CommandCode.POLICY_BLOCKED);
    assertThat(shown()).as("%s", what).contains("allow_new_trades=false");
  }

  private String shown() {
    return new PolicyView(scene.store.firestore())
        .of(LedgerDesk.TENANT, clock.instant())
        .values()
        .toString();
  }

  private Map<String, Object> with(String field, Object value) {
    Map<String, Object> other = new HashMap<>(sound);
    other.put(field, value);
    return other;
  }

  private Map<String, Object> without(String field) {
    Map<String, Object> other = new HashMap<>(sound);
    other.remove(field);
    return other;
  }

  /** With null in a field. */
  private static Map<String, Object> lost(Map<String, Object> fields, String name) {
    Map<String, Object> other = new HashMap<>(fields);
    other.putAll(Collections.singletonMap(name, null));
    return other;
  }

  /** With a field of the policy itself edited. */
  private Map<String, Object> policyWith(String field, Object value) {
    Map<String, Object> policy = new HashMap<>(policy());
    policy.put(field, value);
    return with("policy", policy);
  }

  private Map<String, Object> policyWithout(String field) {
    Map<String, Object> policy = new HashMap<>(policy());
    policy.remove(field);
    return with("policy", policy);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> policy() {
    return (Map<String, Object>) Objects.requireNonNull(sound.get("policy"));
  }

  @Test
  void a_policy_past_what_it_says_of_its_end_or_that_has_lost_it_lets_no_entry_through() {
    Timestamp now = StoredValue.time(clock.instant());
    closed(with("expires_at", now), "expires now");
    closed(with("expires_at", StoredValue.time(clock.instant().minusSeconds(60))), "has expired");
    closed(without("expires_at"), "no end");
    closed(lost(sound, "expires_at"), "null");
    closed(with("expires_at", "soon"), "unreadable");
    closed(with("expires_at", 7L), "a number");
    closed(without("evaluated_at"), "never evaluated");
    StoreCalls.await(
        document().set(with("expires_at", StoredValue.time(clock.instant().plusSeconds(1)))));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void an_end_later_than_an_hour_after_the_evaluation_prolongs_nothing() {
    StoreCalls.await(
        document()
            .set(with("expires_at", StoredValue.time(clock.instant().plus(Duration.ofDays(9))))));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.GRANTED);
    clock.pass(Duration.ofHours(1));
    assertThat(shown()).contains("allow_new_trades=false", "expired=true");
  }

  @Test
  void a_policy_that_contradicts_itself_or_has_lost_its_say_lets_no_entry_through() {
    for (Object said : List.of(false, "", "maybe", "yes", "true", 1L, List.of())) {
      closed(policyWith("allow_new_trades", said), said);
    }
    closed(with("policy", lost(policy(), "allow_new_trades")), "null");
    closed(policyWithout("allow_new_trades"), "absent");
    for (Object said : List.of(List.of("KILL_SWITCH"), List.of("SOMETHING"), "", 1L)) {
      closed(policyWith("block_reasons", said), said);
    }
    closed(with("policy", lost(policy(), "block_reasons")), "no reasons");
    closed(policyWithout("block_reasons"), "reasons lost");
    closed(policyWithout("disallowed_symbols"), "disallowed symbols lost");
    StoreCalls.await(document().set(sound));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void exits_pass_whatever_became_of_the_policy() {
    StoreCalls.await(document().set(policyWith("allow_new_trades", "maybe")));
    assertThat(desk.claim("x1").code()).isEqualTo(CommandCode.GRANTED);
  }
}
