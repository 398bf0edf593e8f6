package dev.maestro.firestore.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThrottleDocumentTest {
  private static final StrategyId S = new StrategyId("S");
  private static final LocalDate CLOSED = LocalDate.of(2026, 3, 1);
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static List<DayResult> days(int count) {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(
          new DayResult(
              CLOSED.minusDays(i),
              new BigDecimal("-1.50"),
              i % 2 == 1 ? Optional.empty() : Optional.of(new BigDecimal("0.25")),
              i % 3 == 0 ? Optional.empty() : Optional.of(new BigDecimal("10000.0001"))));
    }
    return days;
  }

  private static Map<String, Object> stored(Map<String, List<DayResult>> rows) {
    SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
    rows.forEach(
        (strategy, days) ->
            readings.put(new StrategyId(strategy), new PerformanceReading.Rows(days)));
    return ThrottleDocument.fields(new ClosedDays(readings, CLOSED, NOW));
  }

  private static PerformanceReading reading(
      Map<String, Object> fields, String strategy, Instant now) {
    Optional<Fields> document = Optional.of(StoredFields.of("throttle", fields));
    StrategyId id = new StrategyId(strategy);
    return ThrottleDocument.readings(document, List.of(id), now, ThrottleConfig.DEFAULTS)
        .getOrDefault(id, new PerformanceReading.Unavailable("not even named"));
  }

  @Test
  void rows_come_back_as_they_were_and_an_unknown_mark_stays_unknown() {
    Map<String, Object> fields = stored(Map.of("S", days(31), "idle", List.of()));
    ClosedDays read = ThrottleDocument.read(StoredFields.of("throttle", fields));
    assertThat(read.byStrategy()).containsEntry(S, new PerformanceReading.Rows(days(31)));
    assertThat(read.closedDay()).isEqualTo(CLOSED);
    assertThat(read.writtenAt()).isEqualTo(NOW);
  }

  @Test
  void a_strategy_that_a_readable_document_does_not_name_is_new() {
    assertThat(reading(stored(Map.of("S", days(3))), "other", NOW))
        .isEqualTo(new PerformanceReading.Rows(List.of()));
  }

  @Test
  void a_strategy_of_which_nothing_is_known_is_not_a_new_one() {
    PerformanceReading unknown = new PerformanceReading.Unavailable("the journal is broken");
    Map<String, Object> fields =
        ThrottleDocument.fields(new ClosedDays(new TreeMap<>(Map.of(S, unknown)), CLOSED, NOW));
    assertThat(reading(fields, "S", NOW)).isEqualTo(unknown);
  }

  @Test
  void a_broken_strategy_costs_only_itself() {
    Map<String, Object> fields = new LinkedHashMap<>(stored(Map.of("S", days(2))));
    List<Object> strategies =
        new ArrayList<>((List<?>) Objects.requireNonNull(fields.get("strategies")));
    strategies.add(Map.of("strategy", "short", "dates", List.of("2026-03-01")));
    strategies.add(broken("word", "2026-03-01", "much", "1"));
    strategies.add(broken("day", "yesterday", "1", "1"));
    strategies.add(broken("base", "2026-03-01", "1", "0"));
    fields.put("strategies", strategies);
    for (String strategy : List.of("short", "word", "day", "base")) {
      assertThat(reading(fields, strategy, NOW))
          .as(strategy)
          .isInstanceOf(PerformanceReading.Unavailable.class);
    }
    assertThat(reading(fields, "S", NOW)).isInstanceOf(PerformanceReading.Rows.class);
  }

  @Test
  void a_day_that_stands_there_twice_leaves_nothing_known_of_its_strategy() {
    List<DayResult> twice = new ArrayList<>(days(3));
    twice.add(days(3).get(1));
    assertThat(reading(stored(Map.of("S", twice)), "S", NOW))
        .isInstanceOfSatisfying(
            PerformanceReading.Unavailable.class,
            unknown -> assertThat(unknown.why()).contains("each of them once"));
  }

  @Test
  void a_mark_that_is_blank_on_the_newest_day_leaves_nothing_known_of_its_strategy() {
    DayResult newest = new DayResult(CLOSED, BigDecimal.TEN, Optional.empty(), Optional.empty());
    assertThat(reading(stored(Map.of("S", List.of(newest))), "S", NOW))
        .isInstanceOf(PerformanceReading.Unavailable.class);
  }

  private static Map<String, Object> broken(String name, String day, String pnl, String base) {
    return Map.of(
        "strategy", name,
        "dates", List.of(day),
        "realized_pnl", List.of(pnl),
        "unrealized_pnl", List.of(""),
        "capital_base", List.of(base));
  }

  @Test
  void nothing_is_known_from_a_document_that_is_missing_unreadable_or_older_than_four_days() {
    Map<String, Object> fields = stored(Map.of("S", days(2)));
    assertThat(reading(fields, "S", Instant.parse("2026-03-05T23:59:59Z")))
        .isInstanceOf(PerformanceReading.Rows.class);
    assertThat(reading(fields, "S", Instant.parse("2026-03-06T00:00:00Z")))
        .isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(reading(fields, "new", Instant.parse("2026-03-06T00:00:00Z")))
        .isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(reading(Map.of("strategies", List.of()), "S", NOW))
        .isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(
            ThrottleDocument.readings(Optional.empty(), List.of(S), NOW, ThrottleConfig.DEFAULTS)
                .get(S))
        .isInstanceOf(PerformanceReading.Unavailable.class);
  }

  @Test
  void fifty_strategies_with_a_year_of_rows_fit_and_more_than_fits_is_refused() {
    Map<String, List<DayResult>> rows = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      rows.put("strategy-" + i, days(366));
    }
    assertThat(StoredSize.of(stored(rows))).isLessThan(StoredSize.LIMIT);
    for (int i = 50; i < 100; i++) {
      rows.put("strategy-" + i, days(366));
    }
    assertThatThrownBy(() -> stored(rows))
        .isInstanceOf(RefusedByStoreException.class)
        .hasMessageContaining("performance_lookback_days");
  }
}
