package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.metrics.Counted;
import dev.maestro.engine.metrics.Gauge;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.metrics.Timed;
import dev.maestro.firestore.metrics.MetricsDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of what cycles have counted: they go on, and it is made whole by the next. */
class LostMetricsTest extends DamagedTenant {
  @ParameterizedTest
  @CsvSource({
    "counts, much",
    "counts.cycles, much",
    "counts.cycles.DECIDED, much",
    "counts.cycle_times, much",
    "counts.cycle_times.sum_ms, much",
    "policy, much",
    "policy.drawdown_pct, much",
    "cycle, much",
    "cycle.decided_at, much"
  })
  void a_part_that_is_no_number_is_not_known_and_begins_again(String field, String nonsense) {
    update(MetricsDocument.PATH, field, nonsense);
    Metrics broken = stage.metrics(TENANT);
    assertThat(isWhole(broken)).isFalse();
    cycle();
    assertThat(isWhole(stage.metrics(TENANT))).isTrue();
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_document_of_nonsense_is_not_known_and_begins_again_at_1() {
    stage.set(path(MetricsDocument.PATH), NONSENSE);
    assertThat(stage.metrics(TENANT)).isEqualTo(Metrics.UNKNOWN);
    cycle();
    assertThat(Counted.CYCLES.in(stage.metrics(TENANT).counts())).containsEntry("DECIDED", 1L);
  }

  @Test
  void the_sum_of_all_cycles_is_kept() {
    cycle();
    cycle();
    assertThat(Counted.CYCLES.in(stage.metrics(TENANT).counts())).containsEntry("DECIDED", 3L);
    assertThat(stored(path(MetricsDocument.PATH))).containsEntry("tenant_id", "acme");
  }

  /** Health has no drawdown of which to know nothing: the tenant has traded nothing. */
  private boolean isWhole(Metrics metrics) {
    Map<Gauge, Double> gauges = metrics.gaugesAt(clock.instant());
    return List.of(Counted.values()).stream()
            .allMatch(counted -> !counted.in(metrics.counts()).isEmpty())
        && List.of(Timed.values()).stream()
            .allMatch(timed -> timed.in(metrics.counts()).isPresent())
        && gauges.containsKey(Gauge.LAST_CYCLE_AGE)
        && gauges.containsKey(Gauge.ACTIVE_STRATEGIES);
  }
}
