package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.Rows.trade;
import static dev.maestro.engine.journal.Rows.usable;
import static dev.maestro.engine.journal.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.name.AgentId;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeTest {
  @ParameterizedTest
  @CsvSource({
    "2, 50, 2, 1, 0.02",
    "-2, 50, 2, 1, -0.02",
    "2, 50, -2, 1, 0.02",
    "-2, 50, -2, 1, -0.02",
    "2, 50, 2, 100, 0.0002",
    "0, 50, 2, 1, 0",
    "0.3, 0.1, 1, 1, 3"
  })
  void the_return_is_the_pnl_on_the_capital(
      String pnl, String price, String quantity, String multiplier, double expected) {
    Map<String, Object> row = usable();
    row.put("realized_pnl", pnl);
    row.put("entry_price", price);
    row.put("quantity", quantity);
    row.put("multiplier", multiplier);
    assertThat(trade(row).returnOnCapital()).isEqualTo(expected);
  }

  @Test
  void a_profitable_short_is_a_gain() {
    Trade sold = trade(with("quantity", "-2"));
    assertThat(sold.capital()).isEqualByComparingTo("100");
    assertThat(sold.returnOnCapital()).isPositive();
  }

  @Test
  void scaling_price_and_pnl_by_one_factor_changes_no_bit_of_the_return() {
    Seeds.forEach(
        random -> {
          BigDecimal pnl = BigDecimal.valueOf(random.nextLong(-1_000_000_000, 1_000_000_000), 4);
          BigDecimal price = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), 5);
          BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 1_000_000), 3);
          BigDecimal factor = BigDecimal.valueOf(random.nextLong(1, 100_000), 4);
          Trade plain = of(pnl, price, quantity);
          Trade scaled = of(pnl.multiply(factor), price.multiply(factor), quantity);
          assertThat(Double.doubleToRawLongBits(scaled.returnOnCapital()))
              .isEqualTo(Double.doubleToRawLongBits(plain.returnOnCapital()));
        });
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 1", "-50, 2, 1", "50, 0, 1", "50, 2, 0", "50, 2, -1"})
  void a_trade_without_capital_cannot_be_made(
      BigDecimal price, BigDecimal quantity, BigDecimal multiplier) {
    assertThatThrownBy(
            () ->
                new Trade(
                    "t", new AgentId("A"), Rows.NOW, BigDecimal.ONE, price, quantity, multiplier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + price + " x " + quantity + " x " + multiplier);
  }

  private static Trade of(BigDecimal pnl, BigDecimal price, BigDecimal quantity) {
    return new Trade("t", new AgentId("A"), Rows.NOW, pnl, price, quantity, BigDecimal.ONE);
  }
}
