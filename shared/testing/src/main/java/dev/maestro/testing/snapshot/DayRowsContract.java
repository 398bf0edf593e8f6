package dev.maestro.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.journal.slice.ReadSlicePort;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.snapshot.MonthRows;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.PerformanceReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rows of days and months, on one store. */
public abstract class DayRowsContract extends SnapshotScene {
  @Test
  void a_day_and_a_month_are_half_open_whether_times_are_stamps_or_text() {
    tenant(Map.of(), "A");
    journal("before", "A", "2026-02-28T23:59:59.999999Z", "1");
    journal("month", "A", "2026-03-01T00:00:00Z", "2");
    stage.put(OWNER, "last", trade("A", "2026-03-03T23:59:59.999Z", "4"));
    stage.put(OWNER, "first", trade("A", "2026-03-04T00:00Z", "8.25"));
    stage.put(OWNER, "offset", trade("A", "2026-03-04T23:30:00-02:00", "16"));
    journal("today", "A", "2026-03-05T00:00:00Z", "32");
    close();
    assertThat(realized("2026-02-28")).isEqualTo("1");
    assertThat(realized("2026-03-01")).isEqualTo("2");
    assertThat(realized("2026-03-02")).isEqualTo("0");
    assertThat(realized("2026-03-03")).isEqualTo("4");
    assertThat(realized("2026-03-04")).isEqualTo("8.25");
    assertThat(realized("2026-03-05")).isEqualTo("no row");
    assertThat(realized("2026-02")).isEqualTo("1");
    assertThat(realized("2026-03")).isEqualTo("14.25");
    assertThat(row("2026-03").orElseThrow().trades()).isEqualTo(3);
  }

  @Test
  void the_rows_add_up_to_the_journal_exactly_and_the_second_run_writes_nothing() {
    tenant(Map.of("throttle", Map.of("performance_lookback_days", 20)), "A");
    SplittableRandom random = new SplittableRandom(7);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 100; i++) {
      BigDecimal pnl = BigDecimal.valueOf(random.nextInt(-9_999, 9_999), random.nextInt(5));
      Instant time = NOW.minusSeconds(700 + random.nextInt(34 * 86_400));
      stage.put(OWNER, "T" + i, trade("A", i % 2 == 0 ? time : time.toString(), pnl.toString()));
      sum = sum.add(pnl);
    }
    assertThat(close().failed()).isZero();
    BigDecimal months =
        new BigDecimal(realized("2026-01"))
            .add(new BigDecimal(realized("2026-02")))
            .add(new BigDecimal(realized("2026-03")));
    assertThat(months).isEqualByComparingTo(sum);
    assertThat(throttleRows("A")).hasSize(21);
    assertThat(close().written()).isZero();
  }

  @Test
  void a_trade_that_comes_late_changes_its_day_and_month_and_nothing_else() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-02-10T12:00:00Z", "5");
    close();
    journal("late", "A", "2026-02-11T12:00:00Z", "-7");
    assertThat(close().written()).as("day, month, statistics, closed days").isEqualTo(4);
    assertThat(realized("2026-02-11")).isEqualTo("-7");
    assertThat(realized("2026-02")).isEqualTo("-2");
    assertThat(throttleRows("A").get(1).realizedPnl()).isEqualByComparingTo("-7");
    assertThat(stats().trades().recent().size()).isEqualTo(2);
  }

  @Test
  void a_trade_that_is_taken_back_leaves_its_row() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-02T12:00:00Z", "5");
    journal("two", "A", "2026-03-03T12:00:00Z", "6");
    close();
    stage.delete(OWNER, "two");
    close();
    assertThat(realized("2026-03-03")).isEqualTo("0");
    assertThat(stats().trades().recent().size()).isEqualTo(1);
  }

  @Test
  void trades_of_other_tenants_are_not_ours() {
    tenant(Map.of(), "A");
    journal("ours", "A", "2026-03-03T12:00:00Z", "5");
    stage.put(
        OWNER,
        "theirs",
        with(trade("A", Instant.parse("2026-03-03T13:00:00Z"), "500"), "tenant_id", "other"));
    close();
    assertThat(realized("2026-03-03")).isEqualTo("5");
    assertThat(stats().trades().recent().newestFirst())
        .singleElement()
        .satisfies(trade -> assertThat(trade.tradeId()).isEqualTo("u/ours"));
  }

  @Test
  void a_journal_that_the_store_never_gives_makes_its_days_unknown_and_leaves_statistics_alone() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    close();
    ReadSlicePort refusing =
        (uid, now) -> {
          throw new RefusedByStoreException("too large");
        };
    DayStores stores = stage.stores();
    closing(
            new DayStores(stores.days(), stores.rows(), stores.rolling(), refusing),
            RebuildWindowsPort.NONE)
        .close(TENANT, DAY, NOW);
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(stats().trades().recent().size()).isEqualTo(1);
    assertThat(alerts).containsExactly(AlertCode.UNREADABLE_PERFORMANCE);
  }

  @Test
  void an_old_message_changes_nothing() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    close();
    ClosedDays before = closedDays();
    assertThat(close(DAY.minusDays(1), NOW).isOldNews()).isTrue();
    assertThat(closedDays()).isEqualTo(before);
  }

  @Test
  void a_day_that_is_not_over_and_an_unknown_tenant_are_refused() {
    tenant(Map.of(), "A");
    assertThatThrownBy(() -> close(DAY.plusDays(1), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not over");
    assertThatThrownBy(
            () ->
                closing(stage.stores(), RebuildWindowsPort.NONE)
                    .close(new TenantId("nobody"), DAY, NOW))
        .isInstanceOf(UnknownTenantException.class)
        .hasMessageContaining("tenant create");
  }

  @Test
  void a_month_is_shown_as_it_is_stored_and_can_be_summed_anew() {
    tenant(Map.of(), "A", "B");
    journal("one", "A", "2026-02-10T12:00:00Z", "5");
    close();
    journal("late", "A", "2026-02-11T12:00:00Z", "-7");
    MonthRows months = new MonthRows(stage.stores());
    YearMonth february = YearMonth.of(2026, 2);
    assertThat(shown(months.stored(TENANT, february, NOW))).containsExactly("A 5", "B none");
    assertThat(months.write(TENANT, february, NOW)).as("day and month").isEqualTo(2);
    assertThat(months.write(TENANT, february, NOW)).isZero();
    assertThat(shown(months.stored(TENANT, february, NOW))).containsExactly("A -2", "B none");
    assertThatThrownBy(() -> months.stored(TENANT, YearMonth.of(2026, 4), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> shown(List<MonthRows.Month> rows) {
    return rows.stream()
        .map(
            month ->
                month.strategy()
                    + " "
                    + month.row().map(PeriodRow::realizedPnl).map(Object::toString).orElse("none"))
        .toList();
  }

  @Test
  void a_strategy_without_trades_is_new_and_not_unknown() {
    tenant(Map.of(), "A");
    close();
    assertThat(throttleRows("A")).isEmpty();
    assertThat(reading("later")).isEqualTo(new PerformanceReading.Rows(List.of()));
  }
}
