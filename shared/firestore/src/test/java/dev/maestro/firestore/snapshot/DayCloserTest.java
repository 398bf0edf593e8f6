package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.conduct.UnknownTenantException;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.ThrottleMode;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.ConfigStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayCloserTest {

  /** A Wednesday, and the run that closes it. */
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");

  private final Stage stage = new Stage("demo-day-closer");

  private DayCloser.Closing close() {
    return stage.closer().close(new TenantId("T"), DAY, NOW);
  }

  private List<DayResult> throttleRows(String id) {
    StrategyId strategy = new StrategyId(id);
    PerformanceReading reading =
        ThrottleDocument.readings(
                Optional.of(stage.fields("tenants/T/maestro/throttle")), List.of(strategy), NOW)
            .getOrDefault(strategy, new PerformanceReading.Unavailable("not even named"));
    assertThat(reading).isInstanceOf(PerformanceReading.Rows.class);
    return ((PerformanceReading.Rows) reading).days();
  }

  private TenantStats stats() {
    return StatsDocument.read(stage.fields("tenants/T/maestro/stats"));
  }

  @Test
  void a_day_and_a_month_are_half_open_whether_times_are_stamps_or_text() {
    stage.tenant(Map.of(), "A");
    stage.journal("before", Stage.trade("A", Instant.parse("2026-02-28T23:59:59.999999Z"), "1"));
    stage.journal("month", Stage.trade("A", Instant.parse("2026-03-01T00:00:00Z"), "2"));
    stage.journal("last", Stage.trade("A", "2026-03-03T23:59:59.999Z", "4"));
    stage.journal("first", Stage.trade("A", "2026-03-04T00:00Z", "8.25"));
    stage.journal("offset", Stage.trade("A", "2026-03-04T23:30:00-02:00", "16"));
    stage.journal("today", Stage.trade("A", Instant.parse("2026-03-05T00:00:00Z"), "32"));
    close();
    assertThat(stage.realized("2026-02-28")).isEqualTo("1");
    assertThat(stage.realized("2026-03-01")).isEqualTo("2");
    assertThat(stage.realized("2026-03-02")).isEqualTo("0");
    assertThat(stage.realized("2026-03-03")).isEqualTo("4");
    assertThat(stage.realized("2026-03-04")).isEqualTo("8.25");
    assertThat(stage.realized("2026-03-05")).isEqualTo("no row");
    assertThat(stage.realized("2026-02")).isEqualTo("1");
    assertThat(stage.realized("2026-03")).isEqualTo("14.25");
    assertThat(stage.row("2026-03").orElseThrow().whole("trades")).isEqualTo(3);
  }

  @Test
  void the_rows_add_up_to_the_journal_exactly_and_the_second_run_writes_nothing() {
    stage.tenant(Map.of("throttle", Map.of("performance_lookback_days", 20)), "A");
    SplittableRandom random = new SplittableRandom(7);
    Map<String, Map<String, Object>> trades = new TreeMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 300; i++) {
      BigDecimal pnl = BigDecimal.valueOf(random.nextInt(-9_999, 9_999), random.nextInt(5));
      Instant time = NOW.minusSeconds(700 + random.nextInt(34 * 86_400));
      trades.put("T" + i, Stage.trade("A", i % 2 == 0 ? time : time.toString(), pnl.toString()));
      sum = sum.add(pnl);
    }
    stage.journal(trades);
    assertThat(close().failed()).isZero();
    BigDecimal months =
        new BigDecimal(stage.realized("2026-01"))
            .add(new BigDecimal(stage.realized("2026-02")))
            .add(new BigDecimal(stage.realized("2026-03")));
    assertThat(months).isEqualByComparingTo(sum);
    assertThat(throttleRows("A")).hasSize(21);
    assertThat(stats().trades().recent().size()).isBetween(200, 300);

    IoMeter.Count before = stage.meter.count();
    assertThat(close().written()).isZero();
    assertThat(stage.meter.count().since(before).writes()).isZero();
  }

  @Test
  void a_trade_that_comes_late_changes_its_day_and_month_and_nothing_else() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-02-10T12:00:00Z"), "5"));
    close();
    stage.journal("late", Stage.trade("A", Instant.parse("2026-02-11T12:00:00Z"), "-7"));
    IoMeter.Count before = stage.meter.count();
    close();
    assertThat(stage.realized("2026-02-11")).isEqualTo("-7");
    assertThat(stage.realized("2026-02")).isEqualTo("-2");
    assertThat(throttleRows("A").get(1).realizedPnl()).isEqualByComparingTo("-7");
    assertThat(stats().trades().recent().size()).isEqualTo(2);
    assertThat(stage.meter.count().since(before).writes()).isEqualTo(4);
  }

  @Test
  void a_trade_that_is_taken_back_leaves_its_row() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-02T12:00:00Z"), "5"));
    stage.journal("two", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "6"));
    close();
    stage.delete(Paths.trade(new Uid("u"), "two"));
    close();
    assertThat(stage.realized("2026-03-03")).isEqualTo("0");
    assertThat(stats().trades().recent().size()).isEqualTo(1);
  }

  @Test
  void days_that_were_missed_are_closed_with_the_next_and_their_marks_are_unknown() {
    stage.tenant(Map.of(), "A");
    account("2026-02-25T00:05:00Z", "2026-02-25", "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-02-24T12:00:00Z"), "5"));
    stage
        .closer()
        .close(new TenantId("T"), LocalDate.of(2026, 2, 24), Instant.parse("2026-02-25T00:10:00Z"));
    assertThat(stage.realized("2026-02-25")).isEqualTo("no row");
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close();
    for (String day : List.of("2026-02-25", "2026-02-26", "2026-02-27", "2026-03-02")) {
      assertThat(stage.realized(day)).as(day).isEqualTo("0");
      assertThat(stage.row(day).orElseThrow().has("unrealized_pnl")).as(day).isFalse();
    }
    assertThat(stage.row("2026-02-24").orElseThrow().text("unrealized_pnl")).isEqualTo("25.0");
    assertThat(stage.row("2026-03-04").orElseThrow().text("unrealized_pnl")).isEqualTo("25.0");
    assertThat(stage.fields("tenants/T/maestro/throttle").day("closed_day")).isEqualTo(DAY);
  }

  /** 10 units bought at 10.00, and bars that close at 12.50 an hour before midnight. */
  private void account(String asOf, String day, String strategy) {
    account(asOf, day, strategy, "10", "10");
  }

  private void account(String asOf, String day, String strategy, String quantity, String price) {
    Map<String, Object> position =
        Map.of("symbol", "X/Y", "quantity", quantity, "avg_price", price, "strategy", strategy);
    Map<String, Object> account = new HashMap<>();
    account.put("equity", "10100");
    account.put("buying_power", "5000");
    account.put("positions", List.of(position));
    account.put("as_of", Instant.parse(asOf));
    account.put("day", day);
    account.put("day_start_equity", "10050.50");
    account.put("day_high_equity", "10100");
    stage.put("tenants/T/accounts/main", account);
    Instant midnight = Instant.parse(day + "T00:00:00Z");
    stage.put(
        Paths.marketData(new TenantId("T"), new Symbol("X/Y")),
        Map.of(
            "symbol",
            "X/Y",
            "bar_minutes",
            60L,
            "bars",
            List.of(bar(midnight.minusSeconds(3600), 12.5), bar(midnight, 99)),
            "updated_at",
            midnight));
  }

  private static Map<String, Object> bar(Instant start, double price) {
    return Map.of(
        "start", start, "open", price, "high", price, "low", price, "close", price, "volume", 1L);
  }

  @Test
  void a_mark_is_known_only_if_account_and_price_are_and_it_stands_when_the_day_is_closed_again() {
    stage.tenant(Map.of(), "A", "B");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-04T12:00:00Z"), "5"));
    stage.journal("two", Stage.trade("B", Instant.parse("2026-03-04T12:00:00Z"), "5"));
    close();
    assertThat(stage.row("2026-03-04").orElseThrow().has("unrealized_pnl")).isFalse();
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close();
    assertThat(stage.row("2026-03-04").orElseThrow().text("unrealized_pnl")).isEqualTo("25.0");
    assertThat(stage.row("2026-03").orElseThrow().text("unrealized_pnl")).isEqualTo("25.0");
    assertThat(throttleRows("B").get(0).unrealizedPnl()).hasValue(BigDecimal.ZERO);
    stage.delete(Paths.marketData(new TenantId("T"), new Symbol("X/Y")));
    assertThat(close().written()).isZero();
  }

  @Test
  void a_mark_has_ten_decimal_places_and_is_read_as_it_was_written() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-04T12:00:00Z"), "5"));
    account("2026-03-05T00:05:00Z", "2026-03-05", "A", "0.12345678901234567891", "1e-20");
    close();
    BigDecimal mark = new BigDecimal("1.5432098627");
    assertThat(stage.row("2026-03-04").orElseThrow().decimal("unrealized_pnl")).isEqualTo(mark);
    assertThat(throttleRows("A").get(0).unrealizedPnl()).contains(mark);
    assertThat(close().failed()).isZero();
  }

  @Test
  void an_amount_that_could_not_be_read_again_is_not_written_and_the_day_is_unknown() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-04T12:00:00Z"), "5"));
    account("2026-03-05T00:05:00Z", "2026-03-05", "A", "100000000000000", "10000");
    assertThat(close().failed()).isEqualTo(1);
    assertThat(stage.row("2026-03-04")).isEmpty();
    assertThat(stage.hasAlert("UNREADABLE_PERFORMANCE", NOW)).isTrue();
  }

  @Test
  void a_longer_lookback_finds_the_marks_of_days_that_the_throttle_did_not_remember() {
    stage.tenant(Map.of("throttle", Map.of("performance_lookback_days", 5)), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-01-05T12:00:00Z"), "5"));
    close();
    stage.put(
        "tenants/T/strategy_performance/u__A__2026-01-12",
        Map.of("realized_pnl", "0", "unrealized_pnl", "-500", "capital_base", "9000"));
    new ConfigStore(stage.firestore, (uid, tenant, settings, now) -> {})
        .store(
            new TenantId("T"),
            Map.of("throttle", Map.of("performance_lookback_days", 60)),
            "test",
            NOW);
    close();
    assertThat(throttleRows("A"))
        .filteredOn(row -> row.date().equals(LocalDate.of(2026, 1, 12)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.unrealizedPnl()).contains(new BigDecimal("-500"));
              assertThat(row.capitalBase()).contains(new BigDecimal("9000"));
            });
  }

  @Test
  void positions_of_today_say_nothing_of_a_day_long_over() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-04T12:00:00Z"), "5"));
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    stage.closer().close(new TenantId("T"), DAY, NOW.plusSeconds(2 * 86_400));
    assertThat(stage.row("2026-03-04").orElseThrow().has("unrealized_pnl")).isFalse();
    stage.closer().close(new TenantId("T"), DAY, NOW);
    assertThat(stage.row("2026-03-04").orElseThrow().text("unrealized_pnl")).isEqualTo("25.0");
  }

  @Test
  void the_equity_a_day_starts_with_is_a_point_and_the_capital_of_that_day() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    account("2026-03-04T00:05:00Z", "2026-03-04", "A");
    stage
        .closer()
        .close(new TenantId("T"), DAY.minusDays(1), Instant.parse("2026-03-04T00:10:00Z"));
    close();
    assertThat(stage.fields("tenants/T/equity/2026-03-04").text("equity")).isEqualTo("10050.50");
    assertThat(stage.row("2026-03-03").orElseThrow().has("capital_base")).isFalse();
    assertThat(stage.row("2026-03-04").orElseThrow().text("capital_base")).isEqualTo("10050.50");
    assertThat(stats().equity()).hasSize(1);
  }

  @Test
  void what_the_throttle_remembers_is_kept_and_if_it_is_lost_the_tightest_mode_stands() {
    stage.tenant(Map.of(), "A");
    ThrottleMemory memory =
        new ThrottleMemory(ThrottleMode.REDUCED, NOW, Optional.of(DAY), Optional.empty());
    TenantStats before =
        TenantStats.empty(NOW)
            .withThrottleMemory(new TreeMap<>(Map.of(new StrategyId("A"), memory)), NOW);
    stage.put("tenants/T/maestro/stats", StatsDocument.fields(before));
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    close();
    assertThat(stats().throttleMemory()).containsEntry(new StrategyId("A"), memory);
    assertThat(stats().trades().recent().size()).isEqualTo(1);
    stage.put("tenants/T/maestro/stats", Map.of("throttle_memory", "lost"));
    close();
    assertThat(stats().throttleMemory().get(new StrategyId("A")))
        .isNotNull()
        .extracting(ThrottleMemory::mode)
        .isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  @Test
  void statistics_equal_a_rebuild_and_trades_of_other_tenants_are_not_ours() {
    stage.tenant(Map.of(), "A");
    stage.journal("ours", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    Map<String, Object> other =
        new HashMap<>(Stage.trade("A", Instant.parse("2026-03-03T13:00:00Z"), "500"));
    other.put("tenant_id", "other");
    stage.journal("theirs", other);
    close();
    assertThat(stage.realized("2026-03-03")).isEqualTo("5");
    RollingTrades trades = stats().trades();
    assertThat(trades.recent().newestFirst())
        .singleElement()
        .satisfies(trade -> assertThat(trade.tradeId()).isEqualTo("u/ours"));
  }

  @Test
  void statistics_know_of_losses_that_cannot_be_used() {
    stage.tenant(Map.of(), "A");
    stage.journal("win", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    Map<String, Object> loss =
        new HashMap<>(Stage.trade("A", Instant.parse("2026-03-03T13:00:00Z"), "-5"));
    loss.put("quantity", "none");
    stage.journal("loss", loss);
    close();
    assertThat(stats().trades().consecutiveLosses()).isEqualTo(1);
    assertThat(stage.realized("2026-03-03")).as("a row has usable trades only").isEqualTo("5");
  }

  @Test
  void a_strategy_that_cannot_be_read_costs_only_itself_and_is_not_a_new_one() {
    stage.tenant(Map.of(), "A", "B");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    stage.put("tenants/T/strategies/B", Map.of("name", "B", "status", "NO SUCH STATUS"));
    stage.put("tenants/T/strategy_performance/u__C__2026-03-03", Map.of("unrealized_pnl", "much"));
    stage.put("tenants/T/strategies/C", Map.of("status", "LIVE"));
    stage.journal("two", Stage.trade("C", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    DayCloser.Closing closing = close();
    assertThat(closing.failed()).isEqualTo(2);
    assertThat(stage.realized("2026-03-03")).isEqualTo("5");
    Map<StrategyId, PerformanceReading> readings =
        ThrottleDocument.readings(
            Optional.of(stage.fields("tenants/T/maestro/throttle")),
            Stream.of("A", "B", "C").map(StrategyId::new).toList(),
            NOW);
    assertThat(readings.get(new StrategyId("A"))).isInstanceOf(PerformanceReading.Rows.class);
    assertThat(readings.get(new StrategyId("B")))
        .isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(readings.get(new StrategyId("C")))
        .isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(stage.hasAlert("UNREADABLE_STRATEGY", NOW)).isTrue();
    assertThat(stage.hasAlert("UNREADABLE_PERFORMANCE", NOW)).isTrue();
  }

  @Test
  void windows_that_drifted_are_mended_with_an_alert_and_the_first_ones_are_no_drift() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    stage.journal("two", Stage.trade("A", Instant.parse("2026-03-03T13:00:00Z"), "-2"));
    DayCloser closer = stage.checking();
    closer.close(new TenantId("T"), DAY, NOW);
    Map<String, Object> right = stage.fields(Paths.performance(new Uid("u"))).values();
    assertThat(stage.hasAlert("WINDOW_DRIFT", NOW)).isFalse();
    IoMeter.Count before = stage.meter.count();
    closer.close(new TenantId("T"), DAY, NOW);
    assertThat(stage.meter.count().since(before).writes()).isZero();

    stage.journal("two", Stage.trade("A", Instant.parse("2026-03-03T13:00:00Z"), "-4"));
    closer.close(new TenantId("T"), DAY, NOW);
    assertThat(stage.hasAlert("WINDOW_DRIFT", NOW)).isTrue();
    assertThat(stage.fields(Paths.performance(new Uid("u"))).values().get("windows"))
        .isNotEqualTo(right.get("windows"))
        .asString()
        .contains("-4");
  }

  @Test
  void an_old_message_changes_nothing_and_a_day_that_is_not_over_is_refused() {
    stage.tenant(Map.of(), "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    close();
    StoredFields before = stage.fields("tenants/T/maestro/throttle");
    assertThat(stage.closer().close(new TenantId("T"), DAY.minusDays(1), NOW).isOldNews()).isTrue();
    assertThat(stage.fields("tenants/T/maestro/throttle").values()).isEqualTo(before.values());
    assertThatThrownBy(() -> stage.closer().close(new TenantId("T"), DAY.plusDays(1), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not over");
    assertThatThrownBy(() -> stage.closer().close(new TenantId("nobody"), DAY, NOW))
        .isInstanceOf(UnknownTenantException.class)
        .hasMessageContaining("tenant create");
  }
}
