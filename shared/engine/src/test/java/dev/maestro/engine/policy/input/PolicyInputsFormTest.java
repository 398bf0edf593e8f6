package dev.maestro.engine.policy.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PolicyInputsFormTest {
  @Test
  void what_is_given_is_read() {
    PolicyInputs inputs =
        PolicyInputsForm.read(
            Fields.of(
                "",
                Map.of(
                    "regime", "trending",
                    "direction", " Up",
                    "volatility", "HIGH",
                    "winning_streak", 3,
                    "ensemble_quality", "0.7",
                    "low_liquidity", true,
                    "dd_latched", true,
                    "kill_switch", " manual ",
                    "cost", Map.of("spread_bps", 4, "slippage_level", "low", "cost_in_R", 0.1))));
    assertThat(inputs.market().regime()).isEqualTo(Regime.TRENDING);
    assertThat(inputs.market().direction()).isEqualTo(Direction.UP);
    assertThat(inputs.market().volatility()).isEqualTo(Volatility.HIGH);
    assertThat(inputs.winningStreak()).isEqualTo(3);
    assertThat(inputs.ensembleQuality()).isEqualTo(Reading.of(new Fraction(0.7)));
    assertThat(inputs.market().lowLiquidity()).isTrue();
    assertThat(inputs.drawdownLatched()).isTrue();
    assertThat(inputs.killSwitch()).contains("manual");
    assertThat(inputs.costs())
        .isEqualTo(
            new TradingCosts(
                Reading.absent(),
                Reading.of(4.0),
                Reading.of(CostLevel.LOW),
                Reading.absent(),
                Reading.of(0.1)));
  }

  @Test
  void nothing_given_is_nothing_known() {
    Map<String, Object> nulls = new HashMap<>();
    for (String key : List.of("risk_state", "cost", "symbols", "global_policy", "kill_switch")) {
      nulls.put(key, null);
    }
    for (Map<String, Object> empty : List.of(Collections.<String, Object>emptyMap(), nulls)) {
      assertThat(PolicyInputsForm.read(Fields.of("", empty)))
          .isEqualTo(
              new PolicyInputs(
                  new MarketInputs(Regime.UNKNOWN, Direction.NONE, Volatility.UNKNOWN, false),
                  RiskState.UNKNOWN,
                  0,
                  Reading.absent(),
                  TradingCosts.UNKNOWN,
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  false));
    }
  }

  @Test
  void the_account_is_read_figure_by_figure() {
    RiskState risk =
        read(
                "risk_state",
                Map.of(
                    "daily_pnl_pct",
                    "-1.5",
                    "current_drawdown_pct",
                    -2,
                    "losing_streak",
                    3.0,
                    "open_trades_count",
                    2.5,
                    "total_exposure_pct",
                    "NaN"))
            .riskState();
    assertThat(risk.dailyPnl()).contains(new Percent(-1.5));
    assertThat(risk.currentDrawdown()).contains(new Percent(-2));
    assertThat(risk.losingStreak()).hasValue(3);
    assertThat(risk.openTrades()).isEqualTo(OptionalInt.empty());
    assertThat(risk.badFields()).containsExactly("open_trades_count", "total_exposure_pct");
    assertThat(read("risk_state", "x").riskState()).isEqualTo(RiskState.UNKNOWN);
  }

  @Test
  void counts_beyond_the_range_of_int_stay_large() {
    RiskState risk = read("risk_state", Map.of("losing_streak", 1e12)).riskState();
    assertThat(risk.losingStreak()).hasValue(Integer.MAX_VALUE);
  }

  @Test
  void unreadable_optional_inputs_are_the_worst() {
    assertThat(read("ensemble_quality", 70).ensembleQuality()).isEqualTo(Reading.unreadable());
    assertThat(read("ensemble_quality", true).ensembleQuality()).isEqualTo(Reading.unreadable());
    assertThat(read("low_liquidity", "no").market().lowLiquidity()).isTrue();
    assertThat(read("low_liquidity", false).market().lowLiquidity()).isFalse();
    assertThat(read("dd_latched", 0).drawdownLatched()).isTrue();
    assertThat(read("winning_streak", "many").winningStreak()).isZero();
    assertThat(read("winning_streak", -2).winningStreak()).isZero();
    assertThat(read("kill_switch", false).killSwitch()).contains("no reason given");
    assertThat(read("kill_switch", "  ").killSwitch()).contains("no reason given");
    assertThat(read("cost", Map.of("spread_level", "WIDE")).costs().spreadLevel())
        .isEqualTo(Reading.unreadable());
    assertThat(read("direction", 1).market().direction()).isEqualTo(Direction.NONE);
    assertThat(read("regime", "BULL").market().regime()).isEqualTo(Regime.UNKNOWN);
  }

  @Test
  void a_symbol_is_read_with_its_figures() {
    Map<String, Object> given =
        Map.of(
            "symbol",
            "aapl",
            "winrate",
            60,
            "avg_R",
            -0.5,
            "trades",
            -1,
            "losing_streak",
            2,
            "performance_tag",
            "good");
    SymbolStatistics symbol = read("symbols", List.of(given)).symbols().get(0);
    assertThat(symbol)
        .isEqualTo(
            new SymbolStatistics(
                new Symbol("AAPL"),
                Reading.unreadable(),
                Reading.of(-0.5),
                Reading.unreadable(),
                Reading.of(2),
                Reading.of(PerformanceTag.GOOD)));
    assertThat(symbol.tag()).isEqualTo(PerformanceTag.GOOD);
  }

  @Test
  void no_trade_and_no_loss_are_counts_like_others() {
    Map<String, Object> given = Map.of("symbol", "AAPL", "trades", 0, "losing_streak", "0");
    SymbolStatistics symbol = read("symbols", List.of(given)).symbols().get(0);
    assertThat(symbol.trades()).isEqualTo(Reading.of(0));
    assertThat(symbol.losingStreak()).isEqualTo(Reading.of(0));
  }

  @Test
  void what_has_no_shape_is_refused() {
    for (Object malformed : List.of("AAPL", List.of("AAPL"), List.of(Map.of("winrate", 0.5)))) {
      assertThatThrownBy(() -> read("symbols", malformed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("symbols");
    }
    assertThatThrownBy(() -> read("cost", 5)).hasMessage("cost must be a map, got '5'");
  }

  @Test
  void a_fresh_global_policy_is_read_with_the_limits_it_carries() {
    assertThat(global(Map.of("risk_mode", "normal", "expired", false)))
        .isEqualTo(GlobalGuard.of(RiskMode.NORMAL, false));
    GlobalGuard carried =
        global(
            Map.of(
                "risk_mode",
                "NORMAL",
                "expired",
                false,
                "max_risk_per_trade",
                0.005,
                "global_min_confidence",
                0.65,
                "max_positions",
                3));
    assertThat(carried.limits())
        .isEqualTo(new GlobalLimits(new Percent(0.5), new Fraction(0.65), 3));
  }

  @Test
  void a_global_policy_that_is_not_surely_fresh_is_stale() {
    for (Object given :
        List.of(
            "NORMAL",
            Map.of("risk_mode", "NORMAL"),
            Map.of("risk_mode", "NORMAL", "expired", true),
            Map.of("risk_mode", "NORMAL", "expired", "false"),
            Map.of("risk_mode", "CALM", "expired", false),
            Map.of("expired", false),
            Map.of("risk_mode", "NORMAL", "expired", false, "max_risk_per_trade", 75),
            Map.of("risk_mode", "NORMAL", "expired", false, "global_min_confidence", "x"),
            Map.of("risk_mode", "NORMAL", "expired", false, "max_positions", -1))) {
      assertThat(global(given)).as("%s", given).isEqualTo(GlobalGuard.UNREADABLE);
    }
  }

  @Test
  void an_absent_reading_has_no_value() {
    assertThatThrownBy(() -> new Reading<>(false, Optional.of(1)))
        .hasMessage("an absent reading has no value, got 1");
    assertThat(Reading.absent().violates(any -> false)).isFalse();
    assertThat(Reading.unreadable().violates(any -> true)).isTrue();
    assertThat(Reading.of(1).violates(number -> number == 1)).isFalse();
    assertThat(Reading.of(1).violates(number -> number == 2)).isTrue();
  }

  private static PolicyInputs read(String key, Object value) {
    return PolicyInputsForm.read(Fields.of("", Map.of(key, value)));
  }

  private static GlobalGuard global(Object given) {
    return read("global_policy", given).globalGuard().orElseThrow();
  }
}
