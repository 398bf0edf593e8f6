package dev.maestro.firestore.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StatsDocumentTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000) / 5;
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.123456Z");

  private static TenantStats readBack(TenantStats stats) {
    return TenantStatsForm.FORM.read(StoredFields.of("stats", StatsDocument.fields(stats)));
  }

  @Test
  void what_is_written_is_read_back_as_it_was() {
    for (int seed = 0; seed < SEEDS; seed++) {
      TenantStats stats = stats(new SplittableRandom(seed));
      assertThat(readBack(stats)).as("seed %d", seed).isEqualTo(stats);
    }
  }

  @Test
  void more_trades_than_a_document_holds_are_dropped_oldest_first_and_it_says_so() {
    RollingTrades trades = RollingTrades.rebuild(minutely(4_500, 10), NOW);
    RollingTrades read = readBack(of(trades)).trades();

    assertThat(trades.isCompleteAt(NOW)).isTrue();
    assertThat(read.recent().size()).isEqualTo(StatsDocument.MAX_TRADES);
    assertThat(read.isCompleteAt(NOW)).isFalse();
    assertThat(read.winRate()).isEqualTo(trades.winRate());
    assertThat(read.consecutiveLosses()).isEqualTo(trades.consecutiveLosses());
    assertThat(read.realizedBefore(NOW)).isEqualByComparingTo(trades.realizedBefore(NOW));
  }

  @Test
  void long_ids_make_room_for_fewer_trades_and_never_for_fewer_than_two_hundred() {
    Map<String, Object> fields = StatsDocument.fields(of(rebuilt(minutely(4_000, 1_400))));
    assertThat(StoredSize.of(fields)).isLessThanOrEqualTo(StoredSize.LIMIT);
    TenantStats read = TenantStatsForm.FORM.read(StoredFields.of("stats", fields));
    assertThat(read.trades().recent().size()).isBetween(200, 1_000);

    TenantStats tooLong = of(rebuilt(minutely(200, 6_000)));
    assertThatThrownBy(() -> StatsDocument.fields(tooLong))
        .isInstanceOf(RefusedByStoreException.class)
        .hasMessageContaining("trade ids");
  }

  @Test
  void a_column_of_another_length_or_type_is_an_error_that_names_it() {
    Map<String, Object> fields = StatsDocument.fields(of(rebuilt(minutely(3, 10))));
    for (String column : List.of("strategies", "symbols", "closed_at", "realized_pnl")) {
      assertUnreadable(fields, column, List.of(1L));
      assertUnreadable(fields, column, List.of(true, true, true));
    }
    assertUnreadable(fields, "strategies", List.of(7L, 7L, 7L));
    assertUnreadable(fields, "risk_amount", List.of("", "", "much"));
  }

  private static void assertUnreadable(
      Map<String, Object> fields, String column, List<Object> values) {
    Map<String, Object> broken = new LinkedHashMap<>(fields);
    Map<String, Object> trades =
        new LinkedHashMap<>(StoredFields.of("stats", fields).fields("trades").values());
    trades.put(column, values);
    broken.put("trades", trades);
    Fields stored = StoredFields.of("stats", broken);
    assertThatThrownBy(() -> TenantStatsForm.FORM.read(stored))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining(column);
  }

  private static RollingTrades rebuilt(List<ClosedTrade> trades) {
    return RollingTrades.rebuild(trades, NOW);
  }

  private static TenantStats of(RollingTrades trades) {
    return TenantStats.empty(NOW).withTrades(trades, NOW, NOW);
  }

  private static List<ClosedTrade> minutely(int count, int idLength) {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "T" + i;
      trades.add(
          new ClosedTrade(
              id + "x".repeat(idLength - id.length()),
              "S" + i % 7,
              NOW.minus(Duration.ofMinutes(i)),
              BigDecimal.valueOf(i % 3 == 0 ? 10 : -3),
              Optional.empty()));
    }
    return trades;
  }

  private static TenantStats stats(SplittableRandom random) {
    List<ClosedTrade> trades = new ArrayList<>();
    int count = random.nextInt(300);
    for (int i = 0; i < count; i++) {
      trades.add(trade(random, "u/" + i));
    }
    List<EquityPoint> equity = new ArrayList<>();
    for (int i = 0; i < random.nextInt(31); i++) {
      equity.add(new EquityPoint(time(random), decimal(random)));
    }
    SortedSet<LocalDate> gaps = new TreeSet<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      gaps.add(LocalDate.ofEpochDay(random.nextInt(30_000)));
    }
    SortedMap<StrategyId, ThrottleMemory> memory = new TreeMap<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      memory.put(new StrategyId("S" + i), memory(random));
    }
    Optional<Instant> watermark =
        random.nextBoolean() ? Optional.of(time(random)) : Optional.empty();
    return new TenantStats(rebuilt(trades), watermark, equity, gaps, memory, NOW);
  }

  private static ClosedTrade trade(SplittableRandom random, String id) {
    Optional<Symbol> symbol =
        random.nextBoolean() ? Optional.of(new Symbol("X" + random.nextInt(9))) : Optional.empty();
    Optional<BigDecimal> risk =
        random.nextBoolean()
            ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(99), 1))
            : Optional.empty();
    return new ClosedTrade(
        id, "S" + random.nextInt(4), symbol, time(random), decimal(random), risk);
  }

  private static ThrottleMemory memory(SplittableRandom random) {
    return new ThrottleMemory(
        random.nextBoolean() ? ThrottleMode.REDUCED : ThrottleMode.SHADOW_MODE,
        time(random),
        random.nextBoolean()
            ? Optional.of(LocalDate.of(2026, 2, 1).plusDays(random.nextInt(20)))
            : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(new ThrottleMemory.Looser(ThrottleMode.REDUCED, random.nextInt(3)))
            : Optional.empty());
  }

  private static Instant time(SplittableRandom random) {
    return NOW.minus(Duration.ofNanos(random.nextLong(5_000_000_000L) * 1_000));
  }

  /** Never 0, whose places are not kept: 0.00 comes back as 0. */
  private static BigDecimal decimal(SplittableRandom random) {
    long digits = 1 + random.nextLong(1_000_000_000_000L);
    return BigDecimal.valueOf(random.nextBoolean() ? digits : -digits, random.nextInt(12));
  }
}
