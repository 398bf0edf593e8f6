package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three new strategies, and two probation slots for them. */
class ColdStartTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<String> NEW = List.of("alpha", "beta", "gamma");

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final MemoryConductStage stage = new MemoryConductStage();

  @BeforeEach
  void three_new_strategies_that_buy() {
    stage.createTenant(TENANT, NOON);
    Map<StrategyId, PerformanceReading> performance = new TreeMap<>();
    NEW.forEach(id -> performance.put(new StrategyId(id), new PerformanceReading.Rows(List.of())));
    stage.change(
        TENANT,
        old -> {
          TenantFacts facts = old.facts();
          List<RegisteredStrategy> strategies =
              NEW.stream()
                  .map(id -> RegisteredStrategy.live(new StrategyId(id), new Uid("owner")))
                  .toList();
          return old.with(
                  new TenantFacts(facts.tenant(), facts.config(), strategies, facts.control()))
              .with(old.memory().withPerformance(performance));
        });
    for (String id : NEW) {
      Map<String, Object> buy =
          Map.of("action", "BUY", "symbol", "AAPL", "allocation", "0.1", "confidence", "0.9");
      stage.send(TENANT, id, buy, clock.instant());
    }
  }

  @Test
  void the_record_says_who_may_not_trade() {
    Object rows = cycle().outcome().record().fields().get("allocation_decisions");
    assertThat((List<?>) rows)
        .extracting(row -> ((Map<?, ?>) row).get("admission") + " " + ((Map<?, ?>) row).get("mode"))
        .containsExactly("ON_PROBATION REDUCED", "ON_PROBATION REDUCED", "NOT_SELECTED ACTIVE");
  }

  @Test
  void the_summary_counts_the_modes_of_those_that_may_trade() {
    assertThat(cycle().outcome().summary())
        .endsWith(": Managed 2 strategies: 2 REDUCED. 1 not selected.");
  }

  @Test
  void the_first_screen_counts_as_the_summary_does() {
    assertThat(cycle().told().summary().values())
        .containsEntry("modes", Map.of("ACTIVE", 0L, "REDUCED", 2L, "SHADOW_MODE", 0L))
        .containsEntry("not_selected", 1L)
        .containsEntry("disabled", 0L);
  }

  @Test
  void the_verdict_says_that_it_was_not_selected() {
    assertThat(cycle().outcome().signals().get(2).verdict().codes())
        .contains("STRATEGY_NOT_ALLOWED");
  }

  private CycleCommit cycle() {
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> {},
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(TENANT, Slot.of(clock.instant()), "owner");
    return ((Conclusion.Decided) conclusion).commit();
  }
}
