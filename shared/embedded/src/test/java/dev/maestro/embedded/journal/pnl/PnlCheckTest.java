package dev.maestro.embedded.journal.pnl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** P&amp;L held against prices: what is constant is named, what is ordinary is left alone. */
class PnlCheckTest {
  private final PnlCheck check = new PnlCheck();

  private void add(String symbol, double entry, double exit, double quantity, double pnl) {
    Trade trade =
        new Trade(
            "t",
            "A",
            Instant.EPOCH,
            BigDecimal.valueOf(pnl),
            BigDecimal.valueOf(entry),
            BigDecimal.valueOf(quantity),
            BigDecimal.ONE);
    TradedSide direction = quantity < 0 ? TradedSide.SHORT : TradedSide.LONG;
    check.add(trade, symbol, BigDecimal.valueOf(exit), direction);
  }

  @Test
  void money_less_its_costs_is_as_the_prices_say() {
    add("X", 100, 110, 10, 98);
    add("X", 100, 95, 10, -52);
    add("X", 100, 90, -10, 98);
    assertThat(check.agreed()).isEqualTo(3);
    assertThat(check.factors()).isEmpty();
    assertThat(check.isPercent()).isFalse();
  }

  @Test
  void a_point_value_that_nobody_said_is_named_for_each_symbol() {
    for (int i = 1; i <= 20; i++) {
      add("ES", 5000, 5000 + i, 2, 2 * 50 * i - 4.5);
      add("CL", 70, 70 - i / 10.0, 1, -1000 * i / 10.0 - 2.4);
    }
    assertThat(check.factors()).extracting(PnlCheck.Factor::instrument).containsExactly("CL", "ES");
    assertThat(check.factors().get(0).mend()).isBetween(950.0, 1050.0);
    assertThat(check.factors().get(1).mend()).isBetween(48.0, 52.0);
  }

  @Test
  void two_trades_with_the_same_factor_are_enough_and_one_is_not() {
    add("ES", 5000, 5010, 1, 500);
    assertThat(check.factors()).isEmpty();
    add("ES", 5000, 4990, 1, -500);
    assertThat(check.factors()).hasSize(1);
  }

  @Test
  void a_pnl_in_another_currency_is_not_as_the_prices_say() {
    add("USDJPY", 150, 150.5, 100_000, 325.23);
    add("USDJPY", 150, 150.2, -100_000, -140.16);
    add("USDJPY", 150, 150.1, 100_000, 59.62);
    assertThat(check.agreed()).isZero();
    assertThat(check.factors()).hasSize(1);
    assertThat(check.factors().get(0).mend()).isBetween(0.0060, 0.0070);
  }

  @Test
  void a_factor_multiplies_the_multiplier_in_use() {
    for (int i = 1; i <= 2; i++) {
      Trade trade =
          new Trade(
              "t" + i,
              "A",
              Instant.EPOCH,
              BigDecimal.valueOf(670),
              BigDecimal.valueOf(150),
              BigDecimal.ONE,
              BigDecimal.valueOf(100_000));
      check.add(trade, "USDJPY", BigDecimal.valueOf(151), TradedSide.LONG);
    }
    assertThat(check.factors().get(0).mend()).isBetween(669.0, 671.0);
  }

  @Test
  void percents_and_fractions_are_no_money() {
    for (int i = 1; i <= 10; i++) {
      add("X", 50 * i, 50 * i * (1 + i / 100.0), 7, i);
    }
    assertThat(check.isPercent()).isTrue();
  }

  @Test
  void a_stake_of_100_is_no_percent() {
    for (int i = 1; i <= 10; i++) {
      add("X", 50, 50 * (1 + i / 100.0), 2, i);
    }
    assertThat(check.isPercent()).isFalse();
    assertThat(check.agreed()).isEqualTo(10);
  }

  @Test
  void a_wrong_column_agrees_with_nothing() {
    for (int i = 1; i <= 10; i++) {
      add("X", 1 + i % 2, 2 + i, 1000, 13 * i * i);
    }
    assertThat(check.agreed()).isLessThan(5);
    assertThat(check.factors()).isEmpty();
  }

  @Test
  void what_did_not_move_or_has_no_exit_price_says_nothing() {
    add("X", 100, 100, 10, 98);
    add("X", 100, 0, 10, 98);
    add("X", 100, 110, 10, 0);
    assertThat(check.checked()).isZero();
  }

  @Test
  void the_memory_is_bounded() {
    for (int i = 0; i < 100_000; i++) {
      add("S" + i, 100, 101, 1, 50);
    }
    assertThat(check.checked()).isEqualTo(100_000);
    assertThat(check.factors()).hasSize(1);
  }

  @Test
  void one_trade_of_each_symbol_is_enough_for_a_factor_of_all() {
    add("EURUSD", 1.1, 1.1050, 100_000, 50);
    add("GBPUSD", 1.3, 1.2980, 100_000, -20);
    add("AUDUSD", 0.65, 0.6580, 100_000, 80);
    assertThat(check.factors()).extracting(PnlCheck.Factor::instrument).containsExactly("");
    assertThat(check.factors().get(0).mend()).isBetween(0.099, 0.101);
  }

  @Test
  void points_of_several_contracts_are_no_money() {
    addFuture("ES", 6000, 6004, 50, 4);
    addFuture("NQ", 20_000, 19_990, 20, -10);
    addFuture("CL", 70, 70.5, 1000, 0.5);
    assertThat(check.isPoints()).isTrue();
    assertThat(check.isInDoubt()).isTrue();
  }

  @Test
  void ticks_of_several_contracts_fit_no_price() {
    addFuture("ES", 6000, 6004, 50, 16);
    addFuture("NQ", 20_000, 19_990, 20, -40);
    addFuture("CL", 70, 70.5, 1000, 50);
    addFuture("GC", 2600, 2598, 100, -20);
    assertThat(check.isPoints()).isFalse();
    assertThat(check.agreed()).isLessThanOrEqualTo(1);
    assertThat(check.isInDoubt()).isTrue();
  }

  private void addFuture(String symbol, double entry, double exit, double multiplier, double pnl) {
    Trade trade =
        new Trade(
            "t",
            "A",
            Instant.EPOCH,
            BigDecimal.valueOf(pnl),
            BigDecimal.valueOf(entry),
            BigDecimal.ONE,
            BigDecimal.valueOf(multiplier));
    check.add(trade, symbol, BigDecimal.valueOf(exit), TradedSide.LONG);
  }

  @Test
  void half_of_the_trades_as_priced_is_not_enough() {
    for (int i = 1; i <= 4; i++) {
      add("X" + i, 100, 110, 10, i % 2 == 0 ? 98 : 3 * i);
    }
    assertThat(check.agreed()).isEqualTo(2);
    assertThat(check.isInDoubt()).isTrue();
  }

  @Test
  void costs_larger_than_the_move_are_no_turned_sign() {
    add("X", 100, 100.05, 10, -1.2);
    add("X", 100, 99.98, -10, -1.5);
    assertThat(check.agreed()).isEqualTo(2);
    assertThat(check.signs().turned()).isEmpty();
  }
}
