package dev.maestro.testing.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.metrics.Counted;
import dev.maestro.engine.metrics.Durations;
import dev.maestro.engine.metrics.Gauge;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.metrics.Timed;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.conduct.TroubledCycles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cycles count, on one store: each of them once, whatever happens to it. */
public abstract class CycleMetricsContract {
  private static final TenantId TENANT = new TenantId("acme");
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
  void before_the_first_cycle_nothing_is_known_and_nothing_is_0() {
    assertThat(stage.metrics(TENANT)).isEqualTo(Metrics.UNKNOWN);
    assertThat(stage.metrics(TENANT).gaugesAt(NOON)).isEmpty();
  }

  @Test
  void a_slot_that_is_delivered_twice_is_counted_once() {
    conduct(SLOT, "a");
    conduct(SLOT, "b");
    assertThat(counted(Counted.CYCLES))
        .isEqualTo(words("DECIDED", 1, "DEGRADED", 0, "EXPIRED", 0, "INACTIVE", 0, "REFUSED", 0));
    assertThat(counted(Counted.EVALUATIONS))
        .isEqualTo(words("AGGRESSIVE", 0, "DEFENSIVE", 0, "NORMAL", 1));
    assertThat(counted(Counted.SYSTEMIC_EVENTS)).isEqualTo(words("ALL", 0));
    assertThat(times(Timed.CYCLE_TIMES).buckets()).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(stage.metrics(TENANT).gaugesAt(clock.instant()))
        .containsEntry(Gauge.ACTIVE_STRATEGIES, 0.0)
        .containsEntry(Gauge.LAST_CYCLE_AGE, 0.0);
  }

  @Test
  void a_commit_whose_answer_was_lost_is_counted_once() {
    CyclesPort deaf =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void afterCommit() {
            throw new IllegalStateException("the answer was lost");
          }
        };
    assertThatThrownBy(() -> conducting(deaf, new CalmMarket()).conduct(TENANT, SLOT, "a"))
        .isInstanceOf(IllegalStateException.class);
    conduct(SLOT, "again");
    assertThat(decided()).isEqualTo(1);
  }

  @Test
  void who_was_followed_or_had_to_begin_again_counts_nothing_more() {
    CyclesPort disturbed =
        new TroubledCycles(stage.cycles()) {
          private int commits;

          @Override
          protected void beforeCommit() {
            if (++commits == 1) {
              stage.disturb(TENANT);
            } else if (commits == 2) {
              clock.pass(LEASE);
              conduct(SLOT, "next");
            }
          }
        };
    assertThat(conducting(disturbed, new CalmMarket()).conduct(TENANT, SLOT, "sleeper"))
        .isInstanceOf(Conclusion.AlreadyDone.class);
    assertThat(decided()).isEqualTo(1);
    assertThat(total(counted(Counted.EVALUATIONS))).isEqualTo(1);
  }

  @Test
  void who_dies_over_a_slot_counts_nothing() {
    stage.cycles().acquire(TENANT, SLOT, "dead", clock.instant(), LEASE);
    clock.pass(LEASE);
    conduct(SLOT, "next");
    assertThat(total(counted(Counted.CYCLES))).isEqualTo(1);
  }

  @Test
  void slots_that_are_given_up_are_counted_once_by_why() {
    conduct(SLOT, "a");
    Slot before = new Slot(NOON.minus(FIVE_MINUTES));
    conduct(before, "b");
    conduct(before, "c");
    stage.deactivate(TENANT);
    clock.pass(FIVE_MINUTES);
    conduct(new Slot(NOON.plus(FIVE_MINUTES)), "d");
    conduct(new Slot(NOON.plus(FIVE_MINUTES)), "e");
    assertThat(counted(Counted.CYCLES))
        .isEqualTo(words("DECIDED", 1, "DEGRADED", 0, "EXPIRED", 1, "INACTIVE", 1, "REFUSED", 0));
    assertThat(times(Timed.CYCLE_TIMES).buckets()).as("of decided ones").contains(1L);
  }

  @Test
  void a_signal_that_cannot_be_read_makes_the_cycle_a_degraded_one_and_every_verdict_counts() {
    stage.send(TENANT, "trend", Map.of("action", "BUY", "symbol", 7), clock.instant());
    stage.send(TENANT, "meanrev", Map.of("action", "HOLD"), clock.instant());
    conduct(SLOT, "a");
    assertThat(counted(Counted.CYCLES)).containsEntry("DEGRADED", 1L).containsEntry("DECIDED", 0L);
    assertThat(counted(Counted.SIGNALS)).isEqualTo(words("APPROVED", 0, "DENIED", 1, "HOLD", 1));
  }

  @Test
  void counts_that_are_lost_begin_again_and_stop_no_cycle() {
    conduct(SLOT, "a");
    stage.loseMetrics(TENANT);
    assertThat(stage.metrics(TENANT)).isEqualTo(Metrics.UNKNOWN);
    clock.pass(FIVE_MINUTES);
    assertThat(conduct(new Slot(NOON.plus(FIVE_MINUTES)), "b"))
        .isInstanceOf(Conclusion.Decided.class);
    assertThat(decided()).isEqualTo(1);
    assertThat(total(counted(Counted.EVALUATIONS))).as("none was due").isZero();
    assertThat(alerts).isEmpty();
  }

  @Test
  void what_a_cycle_takes_is_measured_and_its_evaluation_for_itself() {
    conducting(stage.cycles(), new SlowMarket()).conduct(TENANT, SLOT, "a");
    assertThat(times(Timed.EVALUATION_TIMES))
        .isEqualTo(new Durations(List.of(0L, 0L, 1L, 0L, 0L, 0L, 0L), Duration.ofMillis(700)));
    assertThat(times(Timed.CYCLE_TIMES))
        .isEqualTo(new Durations(List.of(0L, 0L, 0L, 0L, 0L, 0L, 1L), Duration.ofMillis(12_700)));
  }

  /** A market that takes 0.7 s to be classified, and 12 s to be traded in. */
  private final class SlowMarket implements MarketPort {
    private final MarketPort calm = new CalmMarket();

    @Override
    public MarketState classify(
        BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
      clock.pass(Duration.ofMillis(700));
      return calm.classify(bars, spreadBps, thresholds, now);
    }

    @Override
    public List<Signal> evaluate(
        MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
      clock.pass(Duration.ofSeconds(12));
      return List.of();
    }
  }

  private long decided() {
    return counted(Counted.CYCLES).getOrDefault("DECIDED", -1L);
  }

  private SortedMap<String, Long> counted(Counted counted) {
    return counted.in(stage.metrics(TENANT).counts());
  }

  private Durations times(Timed timed) {
    return timed.in(stage.metrics(TENANT).counts()).orElseThrow();
  }

  private static long total(SortedMap<String, Long> words) {
    return words.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<String, Long> words(Object... wordsAndNumbers) {
    SortedMap<String, Long> words = new TreeMap<>();
    for (int i = 0; i < wordsAndNumbers.length; i += 2) {
      words.put((String) wordsAndNumbers[i], ((Integer) wordsAndNumbers[i + 1]).longValue());
    }
    return words;
  }

  private Conclusion conduct(Slot slot, String owner) {
    return conducting(stage.cycles(), new CalmMarket()).conduct(TENANT, slot, owner);
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
}
