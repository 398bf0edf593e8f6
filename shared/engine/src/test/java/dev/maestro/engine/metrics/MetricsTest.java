package dev.maestro.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskAssessment;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.Selection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, TO_100_MS",
    "-5, TO_100_MS",
    "100, TO_100_MS",
    "101, TO_500_MS",
    "500, TO_500_MS",
    "1000, TO_1_S",
    "1001, TO_2_S",
    "5000, TO_5_S",
    "5001, TO_10_S",
    "10000, TO_10_S",
    "10001, LONGER"
  })
  void a_duration_is_counted_in_the_first_bucket_that_it_is_not_longer_than(
      long millis, TimeBucket bucket) {
    assertThat(TimeBucket.of(Duration.ofMillis(millis))).isEqualTo(bucket);
  }

  @Test
  void counts_add_up_in_any_order_and_what_happened_nowhere_is_0() {
    Tallies first = Counted.CYCLES.one(CycleEnd.DECIDED);
    Tallies second = Tallies.nothing().plus(Counted.CYCLES.one(CycleEnd.EXPIRED));
    assertThat(first.plus(second)).isEqualTo(second.plus(first));
    assertThat(Counted.CYCLES.in(first.plus(second)))
        .containsEntry("DECIDED", 1L)
        .containsEntry("EXPIRED", 1L)
        .containsEntry("REFUSED", 0L);
    assertThat(Counted.SIGNALS.in(first)).as("nobody has counted any").isEmpty();
  }

  @Test
  void a_sum_without_room_stays_at_the_largest_number() {
    Tallies full = read(Map.of("cycles", Map.of("DECIDED", Long.MAX_VALUE))).counts();
    assertThat(Counted.CYCLES.in(full.plus(Counted.CYCLES.one(CycleEnd.DECIDED))))
        .containsEntry("DECIDED", Long.MAX_VALUE);
  }

  @Test
  void what_is_written_is_read_again() {
    Metrics metrics =
        new Metrics(
            Tallies.nothing().plus(Timed.CYCLE_TIMES.one(Duration.ofMillis(250))),
            Optional.of(PolicyGauges.of(policy(RiskMode.NORMAL, NOON))),
            Optional.of(new CycleGauges(Optional.of(new BigDecimal("0.25")), NOON)));
    assertThat(MetricsForm.read(Fields.of("", MetricsForm.write(metrics)))).isEqualTo(metrics);
    assertThat(MetricsForm.read(Fields.of("", MetricsForm.write(Metrics.UNKNOWN))))
        .isEqualTo(Metrics.UNKNOWN);
  }

  static Stream<Object> unreadable() {
    return Stream.of("many", -1L, 1.5, List.of(1L), Map.of("a", 1L), true);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void a_family_that_cannot_be_read_is_not_known_and_takes_no_other_along(Object wrong) {
    Metrics metrics =
        read(
            Map.of(
                "cycles", Map.of("DECIDED", wrong, "EXPIRED", 2L), "signals", Map.of("HOLD", 3L)));
    assertThat(Counted.CYCLES.in(metrics.counts())).isEmpty();
    assertThat(Counted.SIGNALS.in(metrics.counts())).containsOnly(Map.entry("HOLD", 3L));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void a_part_that_cannot_be_read_is_not_known_and_takes_no_other_along(Object wrong) {
    for (String part : List.of("counts", "policy", "cycle")) {
      Map<String, Object> all =
          new HashMap<>(
              Map.of(
                  "counts", Map.of("signals", Map.of("HOLD", 3L)),
                  "policy", Map.of("active_strategies", 2L, "expires_at", NOON.plusSeconds(1)),
                  "cycle", Map.of("decided_at", NOON)));
      all.put(part, wrong);
      Metrics metrics = MetricsForm.read(Fields.of("", all));
      assertThat(metrics.counts().families().isEmpty()).isEqualTo(part.equals("counts"));
      assertThat(metrics.policy().isEmpty()).isEqualTo(part.equals("policy"));
      assertThat(metrics.cycle().isEmpty()).isEqualTo(part.equals("cycle"));
    }
  }

  @Test
  void a_histogram_that_has_lost_a_bucket_or_its_sum_is_not_known() {
    Map<String, Long> whole = Timed.CYCLE_TIMES.none().of("cycle_times");
    assertThat(Timed.CYCLE_TIMES.in(read(Map.of("cycle_times", whole)).counts())).isPresent();
    for (String lost : whole.keySet()) {
      Map<String, Long> rest =
          whole.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(lost))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      assertThat(Timed.CYCLE_TIMES.in(read(Map.of("cycle_times", rest)).counts())).isEmpty();
    }
  }

  @Test
  void a_change_is_counted_between_two_evaluations_that_differ_and_the_first_changes_nothing() {
    assertThat(changes(Optional.empty(), RiskMode.DEFENSIVE)).isEmpty();
    assertThat(changes(Optional.of(RiskMode.NORMAL), RiskMode.NORMAL)).isEmpty();
    assertThat(changes(Optional.of(RiskMode.NORMAL), RiskMode.DEFENSIVE))
        .containsExactly("NORMAL_TO_DEFENSIVE");
    assertThat(changes(Optional.of(RiskMode.DEFENSIVE), RiskMode.AGGRESSIVE))
        .containsExactly("DEFENSIVE_TO_AGGRESSIVE");
    assertThat(Counted.POLICY_CHANGES.in(Tallies.nothing())).hasSize(6);
    assertThat(Counted.POLICY_CHANGES.labelsOf("NORMAL_TO_DEFENSIVE"))
        .containsExactly("NORMAL", "DEFENSIVE");
  }

  @Test
  void a_policy_that_has_expired_lets_nobody_in_and_says_nothing_of_health() {
    Metrics metrics =
        new Metrics(
            Tallies.UNKNOWN,
            Optional.of(PolicyGauges.of(policy(RiskMode.NORMAL, NOON))),
            Optional.empty());
    assertThat(metrics.gaugesAt(NOON.minusSeconds(1)))
        .containsOnly(Map.entry(Gauge.ACTIVE_STRATEGIES, 2.0), Map.entry(Gauge.DRAWDOWN_PCT, 2.5));
    assertThat(metrics.gaugesAt(NOON)).containsOnly(Map.entry(Gauge.ACTIVE_STRATEGIES, 0.0));
  }

  @Test
  void a_cycle_of_a_time_to_come_has_no_age_and_one_of_a_clock_that_differs_has_none_below_0() {
    Metrics metrics =
        new Metrics(
            Tallies.UNKNOWN,
            Optional.empty(),
            Optional.of(new CycleGauges(Optional.empty(), NOON)));
    assertThat(metrics.gaugesAt(NOON.plusMillis(1500)))
        .containsOnly(Map.entry(Gauge.LAST_CYCLE_AGE, 1.5));
    assertThat(metrics.gaugesAt(NOON.minusSeconds(60)))
        .containsOnly(Map.entry(Gauge.LAST_CYCLE_AGE, 0.0));
    assertThat(metrics.gaugesAt(NOON.minusSeconds(61))).isEmpty();
  }

  @Test
  void what_a_cycle_does_not_say_stays_as_it_was() {
    Metrics before =
        new Metrics(
            Tallies.nothing(),
            Optional.of(PolicyGauges.of(policy(RiskMode.NORMAL, NOON))),
            Optional.of(new CycleGauges(Optional.empty(), NOON)));
    Metrics after = before.plus(Metrics.ended(CycleEnd.EXPIRED));
    assertThat(after.policy()).isEqualTo(before.policy());
    assertThat(after.cycle()).isEqualTo(before.cycle());
    assertThat(
            before
                .plus(
                    new Metrics(Tallies.UNKNOWN, Optional.of(PolicyGauges.NONE), Optional.empty()))
                .gaugesAt(NOON))
        .as("a controller that is switched off")
        .containsOnlyKeys(Gauge.LAST_CYCLE_AGE);
  }

  private static List<String> changes(Optional<RiskMode> before, RiskMode after) {
    MetaEvaluation evaluation =
        new MetaEvaluation(
            RiskAssessment.of(SystemHealth.UNKNOWN, false),
            Selection.of(List.of(), 1, MetaConfig.DEFAULTS.selectionRules()),
            new MetaState(policy(after, NOON), new RiskMemory(after, List.of()), NOON));
    Tallies counts =
        Metrics.evaluated(
                before.map(mode -> policy(mode, NOON)), evaluation, Duration.ofMillis(120))
            .counts();
    assertThat(Counted.EVALUATIONS.in(counts)).containsEntry(after.name(), 1L);
    return Counted.POLICY_CHANGES.in(counts).entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Metrics read(Map<String, Object> families) {
    return MetricsForm.read(Fields.of("", Map.of(MetricsForm.COUNTS, families)));
  }

  private static GlobalPolicy policy(RiskMode mode, Instant expiresAt) {
    return new GlobalPolicy(
        mode,
        List.of("momentum", "reversion"),
        List.of(),
        ModeLimits.of(mode),
        new SystemHealth(
            OptionalDouble.of(2.5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            HealthRegime.UNKNOWN,
            Volatility.UNKNOWN),
        List.of(),
        List.of(),
        NOON,
        NOON,
        expiresAt);
  }
}
