package dev.maestro.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.day.RollingPort;
import dev.maestro.engine.snapshot.day.StoredStats;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rolling documents, which cycles write at the same time, on one store. */
public abstract class RollingContract extends SnapshotScene {
  @BeforeEach
  void one_trade() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
  }

  @Test
  void what_the_throttle_remembers_is_kept() {
    ThrottleMemory memory = remembered();
    replaceStats(stats().withThrottleMemory(new TreeMap<>(Map.of(A, memory)), NOW));
    close();
    assertThat(stats().throttleMemory()).containsEntry(A, memory);
    assertThat(stats().trades().recent().size()).isEqualTo(1);
  }

  @Test
  void what_is_remembered_of_a_strategy_that_is_away_is_kept_for_when_it_comes_back() {
    StrategyId away = new StrategyId("away");
    replaceStats(stats().withThrottleMemory(new TreeMap<>(Map.of(away, remembered())), NOW));
    close();
    assertThat(stats().throttleMemory()).containsEntry(away, remembered());
    assertThat(alerts).isEmpty();
  }

  @Test
  void statistics_that_are_lost_come_back_with_the_tightest_mode_and_that_is_told() {
    replaceStats(stats().withThrottleMemory(new TreeMap<>(Map.of(A, remembered())), NOW));
    stage.loseStats(TENANT);
    close();
    assertThat(stats().throttleMemory()).containsEntry(A, ThrottleMemory.lost(NOW));
    assertThat(stats().trades().recent().size()).isEqualTo(1);
    assertThat(alerts).containsExactly(AlertCode.UNREADABLE_STATS);
  }

  @Test
  void a_closed_day_that_has_not_come_is_no_news_and_is_written_anew() {
    for (LocalDate ahead : List.of(DAY.plusDays(1), LocalDate.of(2099, 1, 1))) {
      StoreVersion before = loaded().rolling().closedDaysVersion();
      ClosedDays days = new ClosedDays(new TreeMap<>(), ahead, NOW);
      assertThat(stage.stores().rolling().replaceClosedDays(TENANT, days, before)).isTrue();
      assertThat(close().isOldNews()).isFalse();
      assertThat(closedDays().closedDay()).isEqualTo(DAY);
      assertThat(throttleRows("A")).hasSize(2);
    }
  }

  @Test
  void a_day_that_is_missing_in_the_equity_curve_is_told_until_it_is_there() {
    store("2026-02-27", "2026-03-02", "2026-03-04");
    close();
    assertThat(stats().equityGaps()).containsExactly(LocalDate.of(2026, 3, 3));
    assertThat(alerts).containsExactly(AlertCode.EQUITY_GAPS);
    alerts.clear();
    store("2026-03-03");
    close();
    assertThat(stats().equityGaps()).isEmpty();
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_day_that_is_missing_for_longer_than_the_curve_reaches_is_none_of_its_holes() {
    store("2026-01-05", "2026-02-27");
    close();
    assertThat(stats().equityGaps()).doesNotContain(LocalDate.of(2026, 2, 2)).isNotEmpty();
    assertThat(stats().equityGaps().first()).isEqualTo(LocalDate.of(2026, 2, 3));
  }

  private void store(String... days) {
    for (String day : days) {
      Instant start = Instant.parse(day + "T00:00:00Z");
      EquityPoint point = new EquityPoint(start, new BigDecimal("10000"));
      stage.stores().rows().storeEquity(TENANT, LocalDate.parse(day), point);
    }
  }

  private static ThrottleMemory remembered() {
    return new ThrottleMemory(ThrottleMode.REDUCED, NOW, Optional.of(DAY), Optional.empty());
  }

  @Test
  void statistics_know_of_losses_that_cannot_be_used() {
    stage.put(
        OWNER,
        "loss",
        with(trade("A", Instant.parse("2026-03-03T13:00:00Z"), "-5"), "quantity", "none"));
    close();
    assertThat(stats().trades().consecutiveLosses()).isEqualTo(1);
    assertThat(realized("2026-03-03")).as("a row has usable trades only").isEqualTo("5");
  }

  @Test
  void all_trades_up_to_its_time_are_known() {
    close();
    assertThat(stats().watermark()).contains(NOW);
  }

  @Test
  void a_trade_written_late_while_the_journals_were_read_is_still_to_be_looked_for() {
    closeWhile(() -> stage.askToLookAgain(TENANT, NOW));
    assertThat(stats().watermark()).isEmpty();
  }

  @Test
  void so_it_is_if_a_cycle_has_looked_meanwhile() {
    closeWhile(
        () -> {
          stage.askToLookAgain(TENANT, NOW);
          TenantStats now = stats();
          replaceStats(now.withTrades(now.trades(), NOW.plusSeconds(60), NOW));
        });
    assertThat(stats().watermark()).isEmpty();
  }

  /** Closes, with something that happens while the journals are read. */
  private void closeWhile(Runnable meanwhile) {
    DayStores stores = stage.stores();
    DayStores slow =
        new DayStores(
            stores.days(),
            stores.rows(),
            stores.rolling(),
            (uid, now) -> {
              meanwhile.run();
              return stores.journals().all(uid, now);
            });
    closing(slow, RebuildWindowsPort.NONE).close(TENANT, DAY, NOW);
  }

  @Test
  void a_cycle_that_is_faster_loses_nothing_and_the_day_is_closed_after_it() {
    AtomicInteger faster = new AtomicInteger();
    close(
        () -> {
          if (faster.getAndIncrement() == 0) {
            replaceStats(stats().withThrottleMemory(new TreeMap<>(Map.of(A, remembered())), NOW));
          }
        });
    assertThat(stats().throttleMemory()).containsEntry(A, remembered());
    assertThat(stats().trades().recent().size()).isEqualTo(1);
    assertThat(closedDays().closedDay()).isEqualTo(DAY);
  }

  @Test
  void cycles_that_are_faster_each_time_keep_the_day_open_until_it_is_closed_again() {
    AtomicInteger faster = new AtomicInteger();
    Runnable always =
        () -> {
          TenantStats now = stats();
          replaceStats(
              now.withTrades(now.trades(), NOW.plusSeconds(faster.incrementAndGet()), NOW));
        };
    assertThatThrownBy(() -> close(always)).isInstanceOf(UnavailableException.class);
    assertThat(closedDays().closedDay()).isBefore(DAY);
    close();
    assertThat(closedDays().closedDay()).isEqualTo(DAY);
  }

  @Test
  void of_two_closings_that_read_the_same_one_writes_which_day_is_closed() {
    RollingPort rolling = stage.stores().rolling();
    StoreVersion read = loaded().rolling().closedDaysVersion();
    ClosedDays first = new ClosedDays(new TreeMap<>(), DAY, NOW);
    ClosedDays second = new ClosedDays(new TreeMap<>(), DAY.minusDays(1), NOW);
    assertThat(rolling.replaceClosedDays(TENANT, first, read)).isTrue();
    assertThat(rolling.replaceClosedDays(TENANT, second, read)).isFalse();
    assertThat(closedDays()).isEqualTo(first);
  }

  /** Closes, with something that happens between a read of the statistics and their write. */
  private void close(Runnable meanwhile) {
    DayStores stores = stage.stores();
    closing(
            new DayStores(
                stores.days(),
                stores.rows(),
                new InterruptedRolling(stores.rolling(), meanwhile),
                stores.journals()),
            RebuildWindowsPort.NONE)
        .close(TENANT, DAY, NOW);
  }

  private record InterruptedRolling(RollingPort store, Runnable meanwhile) implements RollingPort {
    @Override
    public StoredStats stats(TenantId tenant) {
      return store.stats(tenant);
    }

    @Override
    public TenantStats fitting(TenantStats stats) {
      return store.fitting(stats);
    }

    @Override
    public boolean replaceStats(TenantId tenant, TenantStats stats, StoreVersion before) {
      meanwhile.run();
      return store.replaceStats(tenant, stats, before);
    }

    @Override
    public boolean replaceClosedDays(TenantId tenant, ClosedDays days, StoreVersion before) {
      return store.replaceClosedDays(tenant, days, before);
    }
  }
}
