package dev.maestro.testing.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.BlockReason;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others lose between two cycles loosens nothing, on one store. */
public abstract class LostFactsContract {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

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
  void the_loss_of_a_day_outlives_its_account() {
    conduct(new Slot(NOON), "a");
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

  private Conclusion conduct(Slot slot, String owner) {
    return new ConductSlot(
            stage.cycles(),
            new CalmMarket(),
            (tenant, code, message, now) -> alerts.add(tenant + " " + code),
            clock,
            LEASE,
            "test")
        .conduct(TENANT, slot, owner);
  }
}
