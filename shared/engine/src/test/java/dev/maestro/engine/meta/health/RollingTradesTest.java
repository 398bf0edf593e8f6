package dev.maestro.engine.meta.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RollingTradesTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000) / 5;
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private static ClosedTrade trade(String id, Instant closedAt, int pnl) {
    return new ClosedTrade(
        id, new StrategyId("S"), closedAt, BigDecimal.valueOf(pnl), Optional.empty());
  }

  /** So many trades, an hour apart, the oldest 100 days before now. */
  private static List<ClosedTrade> old(int count, int pnl) {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trades.add(trade("O" + i, NOW.minus(Duration.ofHours(2400 - i)), pnl));
    }
    return trades;
  }

  @Test
  void the_newest_two_hundred_are_kept_however_old_they_are() {
    RollingTrades rolling = RollingTrades.rebuild(old(201, -1), NOW);
    assertThat(rolling.recent().size()).isEqualTo(200);
    assertThat(rolling.older())
        .isEqualTo(
            new OlderTrades(
                Optional.of(NOW.minus(Duration.ofDays(100))),
                Optional.of(NOW.minus(Duration.ofDays(100))),
                Optional.empty(),
                1,
                BigDecimal.ONE.negate()));
    assertThat(RollingTrades.rebuild(old(200, -1), NOW).older()).isEqualTo(OlderTrades.NONE);
  }

  @Test
  void the_last_thirty_days_are_kept_however_many_they_are() {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      trades.add(trade("T" + i, NOW.minus(MONTH).plusSeconds(i), 1));
    }
    trades.add(trade("before", NOW.minus(MONTH).minusNanos(1), 7));
    RollingTrades rolling = RollingTrades.rebuild(trades, NOW);
    assertThat(rolling.recent().size()).isEqualTo(500);
    assertThat(rolling.older().realizedPnl()).isEqualByComparingTo("7");
  }

  @Test
  void a_streak_of_losses_and_the_first_trade_are_remembered_beyond_what_is_kept() {
    RollingTrades rolling = RollingTrades.rebuild(old(345, -1), NOW);
    assertThat(rolling.consecutiveLosses()).isEqualTo(345);
    assertThat(rolling.daysSinceProfit(NOW)).hasValue(100);
    List<ClosedTrade> trades = old(345, -1);
    trades.add(trade("Z", NOW, 0));
    assertThat(RollingTrades.rebuild(trades, NOW).consecutiveLosses()).isZero();
  }

  @Test
  void a_win_is_remembered_beyond_what_is_kept() {
    List<ClosedTrade> trades = old(345, -1);
    trades.set(24, trade("win", trades.get(24).closedAt(), 5));
    assertThat(RollingTrades.rebuild(trades, NOW).daysSinceProfit(NOW)).hasValue(99);
    assertThat(RollingTrades.rebuild(trades, NOW).consecutiveLosses()).isEqualTo(320);
  }

  @Test
  void a_trade_with_a_known_id_is_a_correction() {
    RollingTrades rolling =
        RollingTrades.rebuild(old(5, -1), NOW).with(List.of(trade("O4", NOW, 3)), NOW);
    assertThat(rolling.recent().size()).isEqualTo(5);
    assertThat(rolling.daysSinceProfit(NOW)).hasValue(0);
  }

  @Test
  void a_trade_as_old_as_those_that_were_dropped_waits_for_the_rebuild() {
    List<ClosedTrade> journal = old(345, -1);
    RollingTrades rolling = RollingTrades.rebuild(journal, NOW);
    ClosedTrade late = trade("late", journal.get(3).closedAt(), 50);
    journal.add(late);
    assertThat(rolling.with(List.of(late), NOW)).isEqualTo(rolling);
    assertThat(RollingTrades.rebuild(journal, NOW).consecutiveLosses()).isEqualTo(341);
  }

  @Test
  void the_same_trades_again_change_nothing() {
    for (int count : new int[] {0, 150, 200, 201, 345}) {
      RollingTrades rolling = RollingTrades.rebuild(old(count, -1), NOW);
      assertThat(rolling.with(old(count, -1), NOW)).as(count + " trades").isEqualTo(rolling);
    }
  }

  @Test
  void brought_up_to_date_step_by_step_it_says_what_the_whole_journal_says() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = random.nextInt(600);
      int lossesOf10 = random.nextInt(5, 11);
      List<ClosedTrade> journal = new ArrayList<>();
      RollingTrades rolling = RollingTrades.EMPTY;
      for (int from = 0; from < count; ) {
        List<ClosedTrade> batch = new ArrayList<>();
        for (int size = random.nextInt(1, 40); size > 0 && from < count; size--, from++) {
          int pnl = random.nextInt(10) < lossesOf10 ? -random.nextInt(1, 50) : random.nextInt(50);
          batch.add(trade("T" + from, NOW.minus(Duration.ofHours(4L * (count - from))), pnl));
        }
        journal.addAll(batch);
        rolling = rolling.with(batch, batch.get(batch.size() - 1).closedAt());
      }
      assertSame("seed " + seed, rolling, ClosedTrades.of(journal));
      assertThat(RollingTrades.rebuild(journal, NOW).consecutiveLosses())
          .as("seed " + seed)
          .isEqualTo(rolling.consecutiveLosses());
    }
  }

  private static void assertSame(String where, RollingTrades rolling, ClosedTrades journal) {
    assertThat(rolling.winRate()).as(where).isEqualTo(journal.winRate());
    assertThat(rolling.consecutiveLosses()).as(where).isEqualTo(journal.consecutiveLosses());
    long days =
        journal
            .lastProfit()
            .or(journal::first)
            .map(since -> Duration.between(since, NOW).toDays())
            .orElse(-1L);
    assertThat(rolling.daysSinceProfit(NOW).orElse(-1)).as(where).isEqualTo((int) days);
    Instant from = NOW.minus(MONTH);
    assertThat(rolling.recent().within(from, NOW)).as(where).isEqualTo(journal.within(from, NOW));
    assertThat(rolling.realizedBefore(from))
        .as(where)
        .isEqualByComparingTo(
            journal.within(Instant.EPOCH, from.minusNanos(1)).newestFirst().stream()
                .map(ClosedTrade::realizedPnl)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
