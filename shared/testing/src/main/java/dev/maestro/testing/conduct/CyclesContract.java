package dev.maestro.testing.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.conduct.BusySlotException;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slots, leases and the one commit, on one store. */
public abstract class CyclesContract {
  protected static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Slot SLOT = new Slot(NOON);

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final List<String> alerts = new ArrayList<>();
  private ConductStage stage;

  /** An empty store. */
  protected abstract ConductStage emptyStage();

  @BeforeEach
  void one_tenant() {
    stage = emptyStage();
    stage.createTenant(TENANT, NOON);
  }

  @Test
  void a_slot_is_decided_once() {
    Conclusion first = conduct(SLOT, "a");
    assertThat(first).isInstanceOf(Conclusion.Decided.class);
    String recordId = ((Conclusion.Decided) first).commit().recordId();
    assertThat(conduct(SLOT, "b")).isEqualTo(new Conclusion.AlreadyDone(recordId));
    assertThat(stage.records(TENANT)).hasSize(1);
  }

  @Test
  void five_deliveries_of_which_some_come_at_once_make_one_decision() throws Exception {
    AtomicInteger decided = new AtomicInteger();
    ExecutorService deliveries = Executors.newFixedThreadPool(2);
    List<Future<?>> delivered = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String owner = "delivery " + i;
      delivered.add(deliveries.submit(() -> deliverUntilTaken(owner, decided)));
    }
    for (Future<?> one : delivered) {
      one.get();
    }
    deliveries.shutdown();
    assertThat(decided).hasValue(1);
    assertThat(stage.records(TENANT)).hasSize(1);
  }

  @Test
  void every_slot_builds_on_the_one_before() {
    for (int i = 0; i < 6; i++) {
      conduct(new Slot(NOON.plus(FIVE_MINUTES.multipliedBy(i))), "owner " + i);
      stage.reportAccount(TENANT, new BigDecimal(10_000 + i), clock.instant());
      clock.pass(FIVE_MINUTES);
    }
    assertThat(stage.records(TENANT)).hasSize(6);
    assertThat(faults()).isEmpty();
  }

  @Test
  void what_was_sent_is_decided_and_verified() {
    stage.send(
        TENANT,
        "trend",
        Map.of(
            "action", "BUY",
            "symbol", "AAPL",
            "allocation", "0.1234567890123",
            "confidence", "0.9",
            "price", "123456789.123456789",
            "metadata", Map.of("matrix", List.of(List.of(1, 2), List.of(3)), "", "nameless")),
        clock.instant());
    stage.send(TENANT, "stranger", Map.of("action", "BUY"), clock.instant());
    conduct(SLOT, "a");
    assertThat(String.valueOf(stage.records(TENANT).get(0).get("signals")))
        .contains("AAPL")
        .contains("stranger");
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_slot_of_two_hours_ago_does_nothing() {
    Slot old = new Slot(NOON.minus(Duration.ofHours(2)));
    assertThat(conduct(old, "a")).isEqualTo(new Conclusion.Expired());
    assertThat(stage.records(TENANT)).isEmpty();
  }

  @Test
  void a_slot_before_the_newest_decided_one_does_nothing() {
    conduct(SLOT, "a");
    Slot before = new Slot(NOON.minus(FIVE_MINUTES));
    assertThat(conduct(before, "b")).isEqualTo(new Conclusion.Expired());
    assertThat(conduct(before, "c")).isEqualTo(new Conclusion.Expired());
    assertThat(stage.records(TENANT)).hasSize(1);
  }

  @Test
  void who_dies_over_a_slot_is_followed_when_the_lease_has_ended() {
    stage.cycles().acquire(TENANT, SLOT, "dead", clock.instant(), LEASE);
    assertThatThrownBy(() -> conduct(SLOT, "next")).isInstanceOf(BusySlotException.class);
    clock.pass(LEASE);
    assertThat(conduct(SLOT, "next")).isInstanceOf(Conclusion.Decided.class);
  }

  @Test
  void who_was_followed_stores_nothing() {
    CyclesPort sleeper =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void beforeCommit() {
            clock.pass(LEASE);
            conduct(SLOT, "next");
          }
        };
    Conclusion late = conducting(sleeper).conduct(TENANT, SLOT, "sleeper");
    assertThat(late).isInstanceOf(Conclusion.AlreadyDone.class);
    assertThat(stage.records(TENANT)).hasSize(1);
    assertThat(faults()).isEmpty();
  }

  @Test
  void what_changes_under_a_cycle_is_read_again() {
    AtomicInteger commits = new AtomicInteger();
    CyclesPort moving =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void beforeCommit() {
            if (commits.getAndIncrement() == 0) {
              stage.reportAccount(TENANT, new BigDecimal("4321"), clock.instant());
              stage.disturb(TENANT);
            }
          }
        };
    Conclusion.Decided decided = (Conclusion.Decided) conducting(moving).conduct(TENANT, SLOT, "a");
    assertThat(commits).hasValue(2);
    assertThat(decided.commit().situation().money().account().orElseThrow().snapshot().equity())
        .isEqualByComparingTo("4321");
    assertThat(stage.records(TENANT)).hasSize(1);
  }

  @Test
  void a_slot_that_has_not_come_is_refused_and_spoils_no_other() {
    Slot ahead = new Slot(NOON.plus(Duration.ofHours(5)));
    assertThat(conduct(ahead, "a")).isInstanceOf(Conclusion.Refused.class);
    assertThat(alerts).containsExactly(TENANT + " FUTURE_SLOT");
    assertThat(conduct(SLOT, "b")).isInstanceOf(Conclusion.Decided.class);
  }

  @Test
  void slots_at_both_ends_of_time_are_refused_and_not_tried_again() {
    assertThat(conduct(Slot.of(Instant.parse("+1000000000-12-31T23:55:00Z")), "a"))
        .isInstanceOf(Conclusion.Refused.class);
    assertThat(conduct(Slot.of(Instant.parse("-1000000000-01-01T00:05:00Z")), "b"))
        .isEqualTo(new Conclusion.Expired());
    assertThat(alerts).containsExactly(TENANT + " FUTURE_SLOT");
  }

  @Test
  void a_commit_whose_answer_was_lost_is_found_done() {
    CyclesPort deaf =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void afterCommit() {
            throw new IllegalStateException("the answer was lost");
          }
        };
    assertThatThrownBy(() -> conducting(deaf).conduct(TENANT, SLOT, "a"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(conduct(SLOT, "again")).isInstanceOf(Conclusion.AlreadyDone.class);
    assertThat(stage.records(TENANT)).hasSize(1);
  }

  @Test
  void the_policy_remembers_from_slot_to_slot() {
    List<Boolean> allowed = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
      Conclusion.Decided decided =
          (Conclusion.Decided)
              conduct(new Slot(NOON.plus(FIVE_MINUTES.multipliedBy(i))), "owner " + i);
      allowed.add(decided.commit().stage().step().inForce().allowNewTrades());
      clock.pass(FIVE_MINUTES);
    }
    assertThat(allowed)
        .as("a first block is lifted at its second confirmation")
        .containsExactly(false, true, true);
  }

  @Test
  void what_is_delivered_after_a_tenant_was_deactivated_is_not_decided() {
    stage.deactivate(TENANT);
    assertThat(conduct(SLOT, "a")).isEqualTo(new Conclusion.Inactive());
    assertThat(conduct(SLOT, "b")).isEqualTo(new Conclusion.Expired());
    assertThat(stage.records(TENANT)).isEmpty();
    assertThat(alerts).isEmpty();
  }

  @Test
  void an_unknown_tenant_is_refused_with_an_alert() {
    assertThat(conducting(stage.cycles()).conduct(new TenantId("nobody"), SLOT, "a"))
        .isInstanceOf(Conclusion.Refused.class);
    assertThat(alerts).containsExactly("nobody TENANT_UNREADABLE");
  }

  @Test
  void an_account_of_a_time_to_come_begins_no_day() {
    stage.reportAccount(TENANT, new BigDecimal("8000"), NOON.plus(Duration.ofHours(6)));
    assertThat(dayAfter(SLOT)).isEmpty();
    clock.pass(FIVE_MINUTES);
    stage.reportAccount(TENANT, new BigDecimal("9900"), clock.instant());
    assertThat(dayAfter(new Slot(NOON.plus(FIVE_MINUTES))).orElseThrow().start())
        .isEqualByComparingTo("9900");
  }

  @Test
  void the_loss_of_a_day_outlives_its_account() {
    conduct(SLOT, "a");
    stage.loseAccount(TENANT);
    clock.pass(FIVE_MINUTES);
    conduct(new Slot(NOON.plus(FIVE_MINUTES)), "b");
    clock.pass(FIVE_MINUTES);
    stage.reportAccount(TENANT, new BigDecimal("9400"), clock.instant());
    Conclusion.Decided decided =
        (Conclusion.Decided) conduct(new Slot(NOON.plus(FIVE_MINUTES.multipliedBy(2))), "c");
    assertThat(decided.commit().stage().step().candidate().blockReasons())
        .contains(BlockReason.DAILY_DRAWDOWN);
  }

  @Test
  void a_signal_without_a_time_dies_with_its_receipt_and_bears_one_nonce() {
    Instant received = clock.instant();
    stage.keep(TENANT, undated(Optional.of(received), Optional.empty()));
    Set<String> nonces = new TreeSet<>();
    for (int i = 0; i < 2; i++) {
      DecidedSignal live = decidedIn(NOON.plus(FIVE_MINUTES.multipliedBy(i)));
      assertThat(live.verdict().codes()).doesNotContain("STALE_SIGNAL", "INVALID_SIGNAL");
      nonces.add(live.identity().nonce());
      clock.pass(FIVE_MINUTES);
    }
    assertThat(nonces).hasSize(1);
    assertThat(decidedIn(NOON.plus(FIVE_MINUTES.multipliedBy(2))).verdict().codes())
        .containsExactly("STALE_SIGNAL");
    assertThat(alerts).isEmpty();
  }

  @Test
  void no_signal_outlives_its_place_in_the_inbox() {
    Instant received = clock.instant();
    stage.keep(TENANT, undated(Optional.of(received), Optional.of(received.plusSeconds(1))));
    clock.pass(Duration.ofSeconds(2));
    assertThat(decidedIn(NOON).verdict().codes()).containsExactly("STALE_SIGNAL");
  }

  @Test
  void a_signal_of_which_nobody_knows_when_it_came_is_an_error_and_is_told() {
    stage.keep(TENANT, undated(Optional.empty(), Optional.empty()));
    assertThat(decidedIn(NOON).verdict().codes()).containsExactly("INVALID_SIGNAL");
    assertThat(alerts).containsExactly(TENANT + " UNREADABLE_SIGNAL");
  }

  private static SentSignal undated(Optional<Instant> receivedAt, Optional<Instant> expiresAt) {
    return new SentSignal(
        new StrategyName("trend"),
        Optional.of(
            Map.of("action", "BUY", "symbol", "AAPL", "allocation", "0.1", "confidence", "0.9")),
        receivedAt,
        expiresAt);
  }

  private DecidedSignal decidedIn(Instant slot) {
    return ((Conclusion.Decided) conduct(new Slot(slot), "owner " + slot))
        .commit()
        .outcome()
        .signals()
        .get(0);
  }

  private Optional<DayEquity> dayAfter(Slot slot) {
    return ((Conclusion.Decided) conduct(slot, "a")).commit().day();
  }

  @Test
  void a_cycle_that_fails_is_told_before_it_comes_again() {
    assertThatThrownBy(
            () -> conducting(stage.cycles(), new BrokenMarket()).conduct(TENANT, SLOT, "a"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(alerts).containsExactly(TENANT + " CYCLE_FAILED");
    assertThat(stage.records(TENANT)).isEmpty();
    clock.pass(LEASE);
    assertThat(conduct(SLOT, "again")).isInstanceOf(Conclusion.Decided.class);
  }

  private Void deliverUntilTaken(String owner, AtomicInteger decided)
      throws ExecutionException, InterruptedException {
    Instant deadline = Instant.now().plusSeconds(30);
    for (int tries = 0; Instant.now().isBefore(deadline); tries++) {
      try {
        if (conduct(SLOT, owner + " try " + tries) instanceof Conclusion.Decided) {
          decided.incrementAndGet();
        }
        return null;
      } catch (BusySlotException later) {
        Thread.onSpinWait();
      }
    }
    throw new IllegalStateException(owner + " was never taken");
  }

  private Conclusion conduct(Slot slot, String owner) {
    return conducting(stage.cycles()).conduct(TENANT, slot, owner);
  }

  private ConductSlot conducting(CyclesPort cycles) {
    return conducting(cycles, new CalmMarket());
  }

  private ConductSlot conducting(CyclesPort cycles, MarketPort market) {
    return new ConductSlot(
        cycles,
        market,
        (tenant, code, message, now) -> alerts.add(tenant + " " + code),
        clock,
        LEASE,
        "test");
  }

  private List<String> faults() {
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    int place = 0;
    for (Map<String, Object> record : stage.records(TENANT)) {
      verifier.add(record, "record " + ++place);
    }
    return verifier.faults();
  }
}
