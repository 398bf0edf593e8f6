package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind a strategy that cannot be read stands a journal that nobody knows. */
class UnknownTradesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Situation.Fault UNREADABLE =
      new Situation.Fault(AlertCode.UNREADABLE_STRATEGY, "a test");

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final MemoryConductStage stage = new MemoryConductStage();

  @BeforeEach
  void a_tenant_that_has_won_20_times_and_may_trade() {
    stage.createTenant(new TenantId("acme"), NOON);
    List<ClosedTrade> wins = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      Instant closedAt = NOON.minus(Duration.ofHours(i));
      wins.add(new ClosedTrade("w" + i, "trend", closedAt, BigDecimal.ONE, Optional.empty()));
    }
    stage.change(new TenantId("acme"), old -> old.with(old.memory().withNewTrades(wins)));
    cycle();
    assertThat(inForce(cycle()).allowNewTrades()).isTrue();
  }

  @Test
  void no_trade_is_entered_while_a_journal_is_not_known() {
    stage.change(new TenantId("acme"), old -> old.withFaults(List.of(UNREADABLE)));
    for (int i = 0; i < 4; i++) {
      TradingPolicy policy = inForce(cycle());
      assertThat(policy.allowNewTrades()).isFalse();
      assertThat(policy.maxRisk().value()).isZero();
      assertThat(policy.note()).contains("losing_streak");
    }
    stage.change(new TenantId("acme"), old -> old.withFaults(List.of()));
    cycle();
    assertThat(inForce(cycle()).allowNewTrades()).isTrue();
  }

  @Test
  void health_has_no_figure_of_trades_while_a_journal_is_not_known() {
    assertThat(healthAfterHalfAnHour().winRate()).hasValue(1);
    stage.change(new TenantId("acme"), old -> old.withFaults(List.of(UNREADABLE)));
    SystemHealth health = healthAfterHalfAnHour();
    assertThat(health.winRate()).isEmpty();
    assertThat(health.consecutiveLosses()).isEmpty();
    assertThat(health.daysSinceProfit()).isEmpty();
    assertThat(health.drawdownPct()).as("drawn from the same trades").isEmpty();
  }

  private SystemHealth healthAfterHalfAnHour() {
    clock.pass(Duration.ofMinutes(30));
    return cycle().stage().evaluation().orElseThrow().state().policy().health();
  }

  private static TradingPolicy inForce(CycleCommit commit) {
    return commit.stage().step().inForce();
  }

  private CycleCommit cycle() {
    stage.reportAccount(new TenantId("acme"), new BigDecimal("10000"), clock.instant());
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> {},
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(new TenantId("acme"), Slot.of(clock.instant()), "owner");
    clock.pass(Duration.ofMinutes(5));
    return ((Conclusion.Decided) conclusion).commit();
  }
}
