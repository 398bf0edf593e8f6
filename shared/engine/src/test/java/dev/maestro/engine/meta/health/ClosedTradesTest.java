package dev.maestro.engine.meta.health;

import static dev.maestro.engine.name.Named.strategies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClosedTradesTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static ClosedTrade trade(String id, Duration ago, int pnl) {
    return new ClosedTrade(
        id, new StrategyId("S"), NOW.minus(ago), BigDecimal.valueOf(pnl), Optional.empty());
  }

  /** Trades of these results, the newest first and a day old, each a day older than the last. */
  private static ClosedTrades results(int... newestFirst) {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < newestFirst.length; i++) {
      trades.add(trade("T" + i, Duration.ofDays(i + 1), newestFirst[i]));
    }
    return ClosedTrades.of(trades);
  }

  private static OptionalInt days(ClosedTrades trades, Instant now) {
    return RollingTrades.rebuild(trades.newestFirst(), now).daysSinceProfit(now);
  }

  private static int[] repeat(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void a_win_rate_needs_ten_trades_and_break_even_is_no_win() {
    assertThat(results(repeat(9, 1)).winRate()).isEmpty();
    assertThat(results(1, 1, 1, 0, 0, 0, -1, -1, -1, -1).winRate()).hasValue(0.3);
  }

  @Test
  void a_win_rate_counts_the_newest_two_hundred() {
    int[] results = repeat(250, 1);
    Arrays.fill(results, 0, 50, -1);
    assertThat(results(results).winRate()).hasValue(0.75);
  }

  @Test
  void losses_in_a_row_end_at_the_first_trade_that_did_not_lose_and_have_no_ceiling() {
    assertThat(results().consecutiveLosses()).isZero();
    assertThat(results(-1, -2, 0, -3).consecutiveLosses()).isEqualTo(2);
    assertThat(results(1, -1).consecutiveLosses()).isZero();
    assertThat(results(repeat(345, -1)).consecutiveLosses()).isEqualTo(345);
  }

  @Test
  void days_since_profit_are_whole_days_since_the_newest_win() {
    assertThat(days(results(-1, 0, 5, 7), NOW)).hasValue(3);
    assertThat(days(results(-1, 0, 5), NOW.minusNanos(1))).hasValue(2);
  }

  @Test
  void who_never_won_counts_from_the_first_trade_and_who_never_traded_is_unknown() {
    assertThat(days(results(-1, 0, -1, -1), NOW)).hasValue(4);
    assertThat(days(results(), NOW)).isEmpty();
  }

  @Test
  void a_win_that_clocks_put_into_the_future_was_today() {
    assertThat(days(ClosedTrades.of(List.of(trade("T", Duration.ofDays(-2), 1))), NOW)).hasValue(0);
  }

  @Test
  void trades_of_one_time_stand_in_the_order_of_their_ids() {
    ClosedTrades trades =
        ClosedTrades.of(
            List.of(
                trade("A", Duration.ZERO, 1),
                trade("C", Duration.ZERO, -1),
                trade("B", Duration.ZERO, -1)));
    assertThat(trades.newestFirst())
        .extracting(ClosedTrade::tradeId)
        .containsExactly("C", "B", "A");
    assertThat(trades.consecutiveLosses()).isEqualTo(2);
  }

  @Test
  void a_period_has_both_its_ends() {
    ClosedTrades trades = results(1, 2, 3, 4, 5);
    assertThat(trades.within(NOW.minus(Duration.ofDays(4)), NOW.minus(Duration.ofDays(2))))
        .extracting(ClosedTrades::size)
        .isEqualTo(3);
  }

  @Test
  void every_trade_belongs_to_one_strategy() {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      trades.add(
          new ClosedTrade(
              "T" + i,
              new StrategyId(i % 3 == 0 ? "B" : "A"),
              NOW.minusSeconds(i),
              BigDecimal.ONE,
              Optional.empty()));
    }
    assertThat(ClosedTrades.of(trades).byStrategy().keySet())
        .containsExactlyElementsOf(strategies("A", "B"));
    assertThat(ClosedTrades.of(trades).byStrategy().get(new StrategyId("B")))
        .isEqualTo(ClosedTrades.of(List.of(trades.get(0), trades.get(3), trades.get(6))))
        .hasSameHashCodeAs(ClosedTrades.of(List.of(trades.get(6), trades.get(3), trades.get(0))))
        .isNotEqualTo(ClosedTrades.of(trades));
    assertThat(results(1)).hasToString("ClosedTrades[" + results(1).newestFirst().get(0) + "]");
  }

  @Test
  void a_risk_of_nothing_is_refused() {
    for (int risk : new int[] {0, -1}) {
      assertThatThrownBy(
              () ->
                  new ClosedTrade(
                      "T",
                      new StrategyId("S"),
                      NOW,
                      BigDecimal.ONE,
                      Optional.of(BigDecimal.valueOf(risk))))
          .hasMessageContaining("must be above 0 or absent, got " + risk);
    }
  }

  @Test
  void the_order_in_which_trades_come_decides_nothing() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<ClosedTrade> trades = new ArrayList<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        trades.add(trade("T" + i, Duration.ofHours(random.nextInt(20)), random.nextInt(-2, 3)));
      }
      ClosedTrades before = ClosedTrades.of(trades);
      Collections.shuffle(trades, new Random(seed));
      assertThat(ClosedTrades.of(trades)).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void one_more_loss_never_looks_better() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<ClosedTrade> trades = new ArrayList<>();
      for (int i = random.nextInt(10, 300); i > 0; i--) {
        trades.add(trade("T" + i, Duration.ofHours(i), random.nextInt(-1, 2)));
      }
      ClosedTrades before = ClosedTrades.of(trades);
      trades.add(trade("Z", Duration.ZERO, -1));
      ClosedTrades after = ClosedTrades.of(trades);
      assertThat(after.winRate().getAsDouble())
          .as("seed " + seed)
          .isLessThanOrEqualTo(before.winRate().getAsDouble());
      assertThat(after.consecutiveLosses())
          .as("seed " + seed)
          .isEqualTo(before.consecutiveLosses() + 1);
      assertThat(days(after, NOW)).as("seed " + seed).isEqualTo(days(before, NOW));
    }
  }
}
