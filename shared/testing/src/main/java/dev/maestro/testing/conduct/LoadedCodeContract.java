package dev.maestro.testing.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What code that was loaded from outside does to a cycle, on one store. */
public abstract class LoadedCodeContract {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Slot SLOT = new Slot(NOON.plus(FIVE_MINUTES));

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final List<String> alerts = new ArrayList<>();
  private ConductStage stage;

  /** An empty store. */
  protected abstract ConductStage emptyStage();

  /** The policy lets nobody in before its second confirmation. */
  @BeforeEach
  void one_tenant_whose_strategy_wants_to_enter_in_the_second_slot() {
    stage = emptyStage();
    stage.createTenant(TENANT, NOON);
    conduct(new Slot(NOON), "first slot");
    clock.pass(FIVE_MINUTES);
    stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
    stage.send(
        TENANT,
        "trend",
        Map.of(
            "action", "BUY",
            "symbol", "AAPL",
            "allocation", "0.4",
            "confidence", "0.9",
            "price", "10"),
        clock.instant());
  }

  @Test
  void a_check_that_was_loaded_cuts_the_entries_of_a_tenant() {
    assertThat(conduct("a")).isInstanceOf(Conclusion.Decided.class);
    assertThat(decided()).contains("AAPL").contains(LoadedMarket.CODE);
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_slot_that_was_taken_and_not_finished_is_decided_without_what_was_loaded_and_told() {
    stage.cycles().acquire(TENANT, SLOT, "dead", clock.instant(), LEASE);
    clock.pass(LEASE);
    assertThat(conduct("next")).isInstanceOf(Conclusion.Decided.class);
    assertThat(decided()).contains("AAPL").doesNotContain(LoadedMarket.CODE);
    assertThat(alerts).containsExactly(TENANT + " SLOT_TAKEN_OVER");
  }

  @Test
  void whoever_asks_again_for_the_slot_it_holds_has_taken_over_nothing() {
    stage.cycles().acquire(TENANT, SLOT, "same", clock.instant(), LEASE);
    assertThat(conduct("same")).isInstanceOf(Conclusion.Decided.class);
    assertThat(decided()).contains(LoadedMarket.CODE);
    assertThat(alerts).isEmpty();
  }

  private Conclusion conduct(String owner) {
    return conduct(SLOT, owner);
  }

  private Conclusion conduct(Slot slot, String owner) {
    return new ConductSlot(
            stage.cycles(),
            new LoadedMarket(),
            (tenant, code, message, now) -> alerts.add(tenant + " " + code),
            clock,
            LEASE,
            "test")
        .conduct(TENANT, slot, owner);
  }

  private String decided() {
    return String.valueOf(stage.records(TENANT).get(1).get("signals"));
  }
}
