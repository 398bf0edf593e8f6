package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.IoMeter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Closing days as far as documents are concerned: what is written, and what cannot be read. */
class FirestoreSnapshotTest {
  private static final TenantId TENANT = new TenantId("T");
  private static final Uid OWNER = new Uid("u");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");
  private static final String STATS = "tenants/T/" + StatsDocument.PATH;
  private static final String ROWS = "tenants/T/strategy_performance/";

  private final FirestoreSnapshotStage stage = new FirestoreSnapshotStage("demo-snapshot");

  private void tenant(String... strategies) {
    stage.createTenant(
        new Tenant(TENANT, "Test", true, new BigDecimal("10000"), ZoneOffset.UTC, OWNER),
        Map.of(),
        Arrays.stream(strategies)
            .map(id -> RegisteredStrategy.live(new StrategyId(id), OWNER))
            .toList());
  }

  private void journal(String id, String strategy, String closedAt, String pnl) {
    stage.put(
        OWNER,
        id,
        Map.of(
            "agent_id",
            strategy,
            "closed_at",
            Instant.parse(closedAt),
            "realized_pnl",
            pnl,
            "entry_price",
            "10",
            "quantity",
            "5"));
  }

  private CloseDay closing(RebuildWindowsPort windows) {
    return FirestoreSnapshot.closeDay(stage.firestore(), stage.alerts, windows, Map.of());
  }

  private CloseDay.Closing close() {
    return closing(RebuildWindowsPort.NONE).close(TENANT, DAY, NOW);
  }

  private PerformanceReading reading(String strategy) {
    ClosedDays days =
        stage.stores().days().load(TENANT, DAY, NOW).rolling().closedDays().orElseThrow();
    return days.byStrategy()
        .getOrDefault(
            new StrategyId(strategy), new PerformanceReading.Unavailable("not even named"));
  }

  private TenantStats stats() {
    return TenantStatsForm.FORM.read(stage.store.read(STATS));
  }

  @Test
  void a_row_says_whose_it_is_and_of_when_for_the_queries_of_people() {
    tenant("A");
    journal("one", "A", "2026-03-04T12:00:00Z", "5.50");
    close();
    Fields day = stage.store.read(ROWS + "u__A__2026-03-04");
    assertThat(day.values())
        .containsEntry("uid", "u")
        .containsEntry("strategy_id", "A")
        .containsEntry("period", "day")
        .containsEntry("period_start", Instant.parse("2026-03-04T00:00:00Z"))
        .containsEntry("date", "2026-03-04")
        .containsEntry("realized_pnl", "5.50")
        .containsEntry("trades", 1L)
        .doesNotContainKeys("unrealized_pnl", "capital_base");
    assertThat(stage.store.read(ROWS + "u__A__2026-03").get("period", Kinds.TEXT))
        .isEqualTo("month");
  }

  @Test
  void closing_again_writes_no_document_and_no_window() {
    tenant("A");
    journal("one", "A", "2026-02-10T12:00:00Z", "5");
    CloseDay closing = closing(stage.windows());
    closing.close(TENANT, DAY, NOW);
    IoMeter.Count before = stage.store.meter().count();
    closing.close(TENANT, DAY, NOW);
    assertThat(stage.store.meter().count().since(before).writes()).isZero();

    journal("late", "A", "2026-02-11T12:00:00Z", "-7");
    IoMeter.Count again = stage.store.meter().count();
    close();
    assertThat(stage.store.meter().count().since(again).writes())
        .as("day, month, statistics, closed days")
        .isEqualTo(4);
  }

  @Test
  void a_row_that_somebody_changed_is_written_again_and_what_else_stands_in_it_is_left_alone() {
    tenant("A");
    journal("one", "A", "2026-03-04T12:00:00Z", "5");
    close();
    String path = ROWS + "u__A__2026-03-04";
    stage.merge(path, Map.of("uid", "somebody", "note", "looked at"));
    assertThat(close().written()).isEqualTo(1);
    assertThat(stage.store.read(path).values())
        .containsEntry("uid", "u")
        .containsEntry("note", "looked at");
  }

  @Test
  void the_mark_of_a_row_stands_though_another_part_of_it_is_missing() {
    tenant("A");
    journal("one", "A", "2026-03-02T12:00:00Z", "5");
    Map<String, Object> part =
        Map.of("realized_pnl", "5", "unrealized_pnl", "-500", "capital_base", "9000");
    stage.store.write(ROWS + "u__A__2026-03-02", part);
    close();
    assertThat(stage.store.read(ROWS + "u__A__2026-03-02").values())
        .containsAllEntriesOf(part)
        .containsEntry("trades", 1L);
  }

  @Test
  void if_what_the_throttle_remembers_is_lost_the_tightest_mode_stands() {
    tenant("A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    stage.store.write(STATS, Map.of("throttle_memory", "lost"));
    close();
    assertThat(stats().throttleMemory().get(new StrategyId("A")))
        .isNotNull()
        .extracting(ThrottleMemory::mode)
        .isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(stats().trades().recent().size()).isEqualTo(1);
  }

  @Test
  void a_point_of_equity_that_cannot_be_read_or_is_of_another_day_is_a_hole_and_is_told() {
    tenant("A");
    point("2026-03-02", Map.of("at", Instant.parse("2026-03-02T00:00:00Z"), "equity", "10000"));
    point("2026-03-03", Map.of("at", Instant.parse("2026-03-03T00:00:00Z"), "equity", "much"));
    point("2026-03-04", Map.of("at", Instant.parse("2099-03-04T00:00:00Z"), "equity", "10000"));
    close();
    assertThat(stats().equityGaps())
        .containsExactly(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
    assertThat(stage.hasAlert("EQUITY_GAPS", NOW)).isTrue();
  }

  private void point(String day, Map<String, Object> fields) {
    stage.store.write("tenants/T/equity/" + day, fields);
  }

  @Test
  void a_memory_of_a_name_that_no_strategy_can_have_is_of_nobody_and_keeps_no_day_open() {
    tenant("A");
    Map<String, Object> fields = new HashMap<>(StatsDocument.fields(TenantStats.empty(NOW)));
    fields.put(
        "throttle_memory",
        List.of(Map.of("strategy", "not a name", "mode", "ACTIVE", "decided_at", NOW)));
    stage.store.write(STATS, fields);
    close();
    assertThat(stats().throttleMemory()).isEmpty();
  }

  @Test
  void statistics_that_cannot_be_read_are_made_anew_with_what_the_throttle_remembers() {
    tenant("A");
    ThrottleMemory memory =
        new ThrottleMemory(ThrottleMode.REDUCED, NOW, Optional.of(DAY), Optional.empty());
    Map<String, Object> broken =
        new HashMap<>(
            StatsDocument.fields(
                TenantStats.empty(NOW)
                    .withThrottleMemory(new TreeMap<>(Map.of(new StrategyId("A"), memory)), NOW)));
    broken.put("trades", "lost");
    stage.store.write(STATS, broken);
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    close();
    assertThat(stats().throttleMemory()).containsEntry(new StrategyId("A"), memory);
    assertThat(stats().trades().recent().size()).isEqualTo(1);
  }

  @Test
  void a_trade_written_late_is_to_be_looked_for_if_there_were_no_statistics_to_say_it_in() {
    tenant("A");
    stage.delete(STATS);
    DayStores stores = stage.stores();
    DayStores slow =
        new DayStores(
            stores.days(),
            stores.rows(),
            stores.rolling(),
            (uid, now) -> {
              Watermark.remove(stage.firestore(), TENANT);
              return stores.journals().all(uid, now);
            });
    new CloseDay(slow, RebuildWindowsPort.NONE, stage.alerts.from("test")).close(TENANT, DAY, NOW);
    assertThat(stats().watermark()).isEmpty();
  }

  @Test
  void a_strategy_that_cannot_be_read_costs_only_itself_and_is_not_a_new_one() {
    tenant("A", "B");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    stage.store.write("tenants/T/strategies/B", Map.of("name", "B", "status", "NO SUCH STATUS"));
    stage.store.write(ROWS + "u__C__2026-03-03", Map.of("unrealized_pnl", "much"));
    stage.store.write("tenants/T/strategies/C", Map.of("status", "LIVE"));
    journal("two", "C", "2026-03-03T12:00:00Z", "5");
    assertThat(close().failed()).isEqualTo(2);
    assertThat(stage.store.read(ROWS + "u__A__2026-03-03").get("realized_pnl", Kinds.TEXT))
        .isEqualTo("5");
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Rows.class);
    assertThat(reading("B")).isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(reading("C")).isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(stage.hasAlert("UNREADABLE_STRATEGY", NOW)).isTrue();
    assertThat(stage.hasAlert("UNREADABLE_PERFORMANCE", NOW)).isTrue();
  }

  @Test
  void a_strategy_whose_name_none_can_have_is_told_and_keeps_no_day_open() {
    tenant("A");
    stage.store.write("tenants/T/strategies/not a name", Map.of("status", "LIVE"));
    assertThat(close().failed()).isEqualTo(1);
    assertThat(stage.hasAlert("UNREADABLE_STRATEGY", NOW)).isTrue();
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Rows.class);
  }
}
