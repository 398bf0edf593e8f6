package dev.maestro.embedded.journal.row;

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
    check.add(trade, symbol, exit);
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
    assertThat(check.factors()).extracting(PnlCheck.Factor::symbol).containsExactly("CL", "ES");
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
      check.add(trade, "USDJPY", 151);
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
    assertThat(check.factors()).isEmpty();
  }
}
