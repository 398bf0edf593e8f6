package dev.maestro.engine.meta.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SystemHealthTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static SystemHealth with(
      OptionalDouble drawdown, OptionalDouble winRate, OptionalDouble slope, int losses, int days) {
    return new SystemHealth(
        drawdown,
        winRate,
        slope,
        OptionalInt.of(losses),
        OptionalInt.of(days),
        HealthRegime.RANGING,
        Volatility.NORMAL);
  }

  @Test
  void a_tenant_without_trades_and_equity_has_no_figures_but_no_losses_either() {
    SystemHealth health =
        SystemHealth.of(
            Optional.of(RollingTrades.EMPTY),
            Optional.of(EquityCurve.of(List.of(), NOW)),
            MarketState.UNKNOWN,
            7,
            NOW);
    assertThat(health.consecutiveLosses()).hasValue(0);
    assertThat(
            new SystemHealth(
                health.drawdownPct(),
                health.winRate(),
                health.equitySlopePctPerDay(),
                OptionalInt.empty(),
                health.daysSinceProfit(),
                health.regime(),
                health.volatility()))
        .isEqualTo(SystemHealth.UNKNOWN);
  }

  @Test
  void where_trades_or_equity_are_not_known_their_figures_are_not_either() {
    EquityCurve curve =
        EquityCurve.of(
            List.of(new EquityPoint(NOW.minus(Duration.ofDays(1)), BigDecimal.TEN)), NOW);
    SystemHealth unknownTrades =
        SystemHealth.of(Optional.empty(), Optional.of(curve), MarketState.UNKNOWN, 7, NOW);
    assertThat(unknownTrades.drawdownPct()).hasValue(0);
    assertThat(unknownTrades.winRate()).isEmpty();
    assertThat(unknownTrades.consecutiveLosses()).isEmpty();
    assertThat(unknownTrades.daysSinceProfit()).isEmpty();
    assertThat(SystemHealth.of(Optional.empty(), Optional.empty(), MarketState.UNKNOWN, 7, NOW))
        .isEqualTo(SystemHealth.UNKNOWN);
  }

  @Test
  void health_is_read_off_trades_equity_and_market() {
    List<ClosedTrade> trades = new ArrayList<>();
    for (int day = 1; day <= 10; day++) {
      BigDecimal pnl = BigDecimal.valueOf(day <= 3 ? -10 : 10);
      trades.add(
          new ClosedTrade(
              "T" + day,
              new StrategyId("S"),
              NOW.minus(Duration.ofDays(day)),
              pnl,
              Optional.empty()));
    }
    ClosedTrades closed = ClosedTrades.of(trades);
    SystemHealth health =
        SystemHealth.of(
            Optional.of(RollingTrades.rebuild(trades, NOW)),
            Optional.of(EquityCurve.ofRealizedPnl(BigDecimal.valueOf(230), closed, NOW)),
            new MarketState(HealthRegime.BULL_TRENDING, Volatility.LOW),
            2,
            NOW);
    assertThat(health)
        .isEqualTo(
            new SystemHealth(
                OptionalDouble.of(10),
                OptionalDouble.of(0.7),
                OptionalDouble.of(0),
                OptionalInt.of(3),
                OptionalInt.of(4),
                HealthRegime.BULL_TRENDING,
                Volatility.LOW));
  }

  @Test
  void figures_outside_their_range_are_refused() {
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble nan = OptionalDouble.of(Double.NaN);
    for (double wrong : new double[] {-0.001, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertThatThrownBy(() -> with(OptionalDouble.of(wrong), none, none, 0, 0))
          .hasMessageContaining("drawdown_pct must be from 0");
    }
    for (double wrong : new double[] {-0.001, 1.001, Double.NaN}) {
      assertThatThrownBy(() -> with(none, OptionalDouble.of(wrong), none, 0, 0))
          .hasMessageContaining("winrate must be from 0");
    }
    assertThatThrownBy(() -> with(none, none, nan, 0, 0)).hasMessageContaining("equity_slope");
    assertThatThrownBy(() -> with(none, none, none, -1, 0)).hasMessageContaining("losses");
    assertThatThrownBy(() -> with(none, none, none, 0, -1)).hasMessageContaining("days");
    assertThat(with(OptionalDouble.of(0), OptionalDouble.of(1), OptionalDouble.of(-9), 0, 0))
        .isEqualTo(with(OptionalDouble.of(0), OptionalDouble.of(1), OptionalDouble.of(-9), 0, 0));
  }
}
