package dev.maestro.engine.meta.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.meta.StrategySample;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StrategyFiguresTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(10_000);
  private static final Offset<Double> NOISE = within(1e-9);

  private static ClosedTrade trade(int number, int pnl, Optional<BigDecimal> risk) {
    return new ClosedTrade(
        "T" + number, new StrategyId("S"), NOW.plusSeconds(number), BigDecimal.valueOf(pnl), risk);
  }

  private static StrategyFigures of(int... oldestFirst) {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < oldestFirst.length; i++) {
      trades.add(trade(i, oldestFirst[i], Optional.empty()));
    }
    return StrategyFigures.of(ClosedTrades.of(trades), CAPITAL);
  }

  @Test
  void profit_factor_is_gross_profit_over_gross_loss() {
    assertThat(of(100, -50, 50, 0, -10).profitFactor()).hasValue(2.5);
    assertThat(of(-10).profitFactor()).hasValue(0);
  }

  @Test
  void without_a_loss_it_is_ten_and_without_trades_zero() {
    assertThat(of(1, 2).profitFactor()).hasValue(10);
    assertThat(of(0).profitFactor()).hasValue(10);
    assertThat(of().profitFactor()).hasValue(0);
  }

  @Test
  void break_even_is_no_win_and_no_trade_is_no_rate() {
    assertThat(of(1, 0, -1, 5).winRate()).hasValue(0.5);
    assertThat(of().winRate()).isEmpty();
  }

  @Test
  void drawdown_is_the_deepest_fall_from_a_peak_over_the_capital_base() {
    // Peaks at 300, then down to -100: 400 of 10,000; the later fall of 350 is smaller
    assertThat(of(300, -200, -200, 450, -350).maxDrawdownPct().getAsDouble()).isEqualTo(4, NOISE);
    assertThat(of(300, -250).maxDrawdownPct().getAsDouble()).isEqualTo(2.5, NOISE);
    assertThat(of(-100, 50).maxDrawdownPct().getAsDouble()).isEqualTo(1, NOISE);
    assertThat(of(100, 0, 50).maxDrawdownPct()).hasValue(0);
    assertThat(of().maxDrawdownPct()).hasValue(0);
  }

  @Test
  void totals_count_every_trade() {
    assertThat(of(100, -30, 0).totalPnl()).isEqualByComparingTo("70");
    assertThat(of(100, -30, 0).trades()).isEqualTo(3);
    assertThat(of().totalPnl()).isEqualByComparingTo("0");
  }

  @Test
  void average_r_counts_the_trades_that_say_their_risk() {
    List<ClosedTrade> trades =
        List.of(
            trade(1, 100, Optional.of(BigDecimal.valueOf(50))),
            trade(2, -10, Optional.of(BigDecimal.valueOf(10))),
            trade(3, 999, Optional.empty()));
    assertThat(StrategyFigures.of(ClosedTrades.of(trades), CAPITAL).averageR()).hasValue(0.5);
    assertThat(of(5).averageR()).isEmpty();
  }

  @Test
  void figures_outside_their_range_are_refused() {
    assertThatThrownBy(() -> StrategyFigures.of(ClosedTrades.of(List.of()), BigDecimal.ZERO))
        .hasMessageContaining("capital base must be above 0");
    assertThatThrownBy(() -> StrategySample.figures(-1, 0.5, 0, 1))
        .hasMessageContaining("profit_factor must be from 0");
    assertThatThrownBy(() -> StrategySample.figures(1, 1.01, 0, 1))
        .hasMessageContaining("winrate must be from 0");
    assertThatThrownBy(() -> StrategySample.figures(1, 1, Double.NaN, 1))
        .hasMessageContaining("max_drawdown_pct must be from 0");
    assertThatThrownBy(() -> StrategySample.figures(1, 1, 0, -1))
        .hasMessageContaining("total_trades must be 0 or more");
    assertThat(StrategySample.figures(0, 0, 0, 0).profitFactor()).isEqualTo(OptionalDouble.of(0));
  }
}
