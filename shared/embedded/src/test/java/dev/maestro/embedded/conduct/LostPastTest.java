package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is lost of a tenant's past loosens nothing. */
class LostPastTest {
  private static final TenantId TENANT = new TenantId("acme");

  private static final StrategyId TREND = new StrategyId("trend");

  /** A Monday; the Friday before it is the newest closed market day. */
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final LocalDate FRIDAY = LocalDate.of(2026, 2, 27);

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final MemoryConductStage stage = new MemoryConductStage();
  private final List<AlertCode> alerts = new ArrayList<>();

  @BeforeEach
  void a_strategy_that_lost_and_is_shadowed() {
    stage.createTenant(TENANT, NOON);
    performs("-100", "-200");
    assertThat(mode(cycle())).isEqualTo(ThrottleMode.SHADOW_MODE);
    performs("100", "200");
    assertThat(mode(cycle())).as("held").isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_mode_that_is_forgotten_is_held_all_the_same_and_that_is_told() {
    for (int forgotten = 0; forgotten < 3; forgotten++) {
      remembering(new TreeMap<>());
      assertThat(mode(cycle())).isEqualTo(ThrottleMode.SHADOW_MODE);
      assertThat(alerts).contains(AlertCode.UNREADABLE_STATS);
    }
    alerts.clear();
    assertThat(mode(cycle())).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(alerts).as("remembered again").isEmpty();
  }

  @Test
  void a_mode_that_is_forgotten_while_the_days_cannot_be_read_is_held_when_they_can() {
    remembering(new TreeMap<>());
    reading(new PerformanceReading.Unavailable("a test"));
    cycle();
    performs("100", "200");
    assertThat(mode(cycle())).isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  @Test
  void a_strategy_that_is_away_for_a_cycle_comes_back_with_its_mode() {
    List<RegisteredStrategy> others =
        Beginnings.STRATEGIES.stream().filter(known -> !known.id().equals(TREND)).toList();
    registered(others);
    cycle();
    registered(Beginnings.STRATEGIES);
    assertThat(mode(cycle())).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_strategy_without_a_closed_day_has_nothing_to_forget() {
    remembering(new TreeMap<>());
    reading(new PerformanceReading.Rows(List.of()));
    assertThat(mode(cycle())).as("on probation").isEqualTo(ThrottleMode.REDUCED);
    assertThat(alerts).isEmpty();
  }

  @Test
  void of_an_equity_curve_with_holes_only_a_bad_fall_is_known() {
    assertThat(health("10000", FRIDAY).drawdownPct()).isEmpty();
    assertThat(health("10000", FRIDAY).equitySlopePctPerDay()).isEmpty();
    assertThat(health("12000", FRIDAY).drawdownPct().orElseThrow()).isGreaterThan(16);
    assertThat(health("10000").drawdownPct()).hasValue(0);
    assertThat(health("10000").equitySlopePctPerDay()).isPresent();
  }

  /** Of an account that has 10,000 now and had something else on Thursday. */
  private SystemHealth health(String before, LocalDate... gaps) {
    Instant thursday = Instant.parse("2026-02-26T00:00:00Z");
    change(
        stats ->
            new TenantStats(
                stats.trades(),
                stats.watermark(),
                List.of(new EquityPoint(thursday, new BigDecimal(before))),
                new TreeSet<>(List.of(gaps)),
                stats.throttleMemory(),
                stats.updatedAt()));
    clock.pass(Duration.ofMinutes(30));
    return cycle().stage().evaluation().orElseThrow().state().policy().health();
  }

  private void remembering(SortedMap<StrategyId, ThrottleMemory> memory) {
    change(stats -> stats.withThrottleMemory(memory, stats.updatedAt()));
  }

  private void change(UnaryOperator<TenantStats> change) {
    stage.change(TENANT, old -> old.with(old.memory().withStats(old.memory().stats().map(change))));
  }

  private void registered(List<RegisteredStrategy> strategies) {
    stage.change(
        TENANT,
        old ->
            old.with(
                new TenantFacts(
                    old.facts().tenant(),
                    old.facts().config(),
                    strategies,
                    old.facts().control())));
  }

  /** Ten days that earn these in turn, up to Friday. */
  private void performs(String... earned) {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      days.add(
          new DayResult(
              FRIDAY.minusDays(i),
              new BigDecimal(earned[i % earned.length]),
              Optional.of(BigDecimal.ZERO),
              Optional.empty()));
    }
    reading(new PerformanceReading.Rows(days));
  }

  private void reading(PerformanceReading reading) {
    Map<StrategyId, PerformanceReading> all = new TreeMap<>();
    Beginnings.STRATEGIES.forEach(
        strategy -> all.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    all.put(TREND, reading);
    stage.change(TENANT, old -> old.with(old.memory().withPerformance(all)));
  }

  private static ThrottleMode mode(CycleCommit commit) {
    return Optional.ofNullable(commit.outcome().throttle().get(TREND)).orElseThrow().mode();
  }

  private CycleCommit cycle() {
    stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> alerts.add(code),
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(TENANT, Slot.of(clock.instant()), "owner");
    clock.pass(Duration.ofMinutes(5));
    return ((Conclusion.Decided) conclusion).commit();
  }
}
