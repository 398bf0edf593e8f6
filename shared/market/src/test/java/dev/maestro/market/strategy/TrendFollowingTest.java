package dev.maestro.market.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.market.Histories;
import dev.maestro.market.strategy.Recommendation.Move;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrendFollowingTest {
  private static final Offset<Double> NOISE = within(1e-9);
  private static final BarHistory RISING = Histories.ofSteps(101, 1000, -1, 2);
  private static final BarHistory FALLING = Histories.mirrored(RISING, 3000);
  private static final BarStrategy LONG_ONLY = new TrendFollowing(TrendFollowingConfig.DEFAULTS);
  private static final BarStrategy BOTH_WAYS =
      new TrendFollowing(TrendFollowingConfig.of(Fields.of("", Map.of("allow_shorts", true))));

  private static double[] closes(BarHistory history) {
    return history.bars().stream().mapToDouble(Bar::close).toArray();
  }

  private static Recommendation of(BarStrategy strategy, BarHistory history, HeldSide held) {
    return strategy.recommend(history, held, Histories.NOW);
  }

  @Test
  void a_rise_is_bought_with_a_stop_three_average_ranges_below() {
    Recommendation advice = of(LONG_ONLY, RISING, HeldSide.NONE);
    double atr = ByHand.atr(closes(RISING));
    assertThat(advice.move()).isEqualTo(Move.OPEN_LONG);
    assertThat(advice.stopPrice().getAsDouble()).isEqualTo(1050 - 3 * atr, NOISE);
    assertThat(advice.allocation()).isEqualTo(Math.min(1, 0.01 * 1050 / (3 * atr)), NOISE);
    assertThat(advice.reasoning()).startsWith("A trend to follow, long: close 1050, EMA(10) ");
  }

  @Test
  void confidence_grows_with_the_strength_of_the_trend_and_the_distance_of_the_averages() {
    for (double step : new double[] {1.8, 1.9, 2, 2.1, 2.5}) {
      BarHistory rising = Histories.ofSteps(101, 1000, -1, step);
      double[] closes = closes(rising);
      double strength = (ByHand.adx(closes) - 25) / 25;
      double distance =
          (ByHand.ema(closes, 10) - ByHand.ema(closes, 30)) / (2 * ByHand.atr(closes));
      assertThat(of(LONG_ONLY, rising, HeldSide.NONE).confidence())
          .isEqualTo(0.5 + 0.25 * Math.min(1, strength) + 0.25 * Math.min(1, distance), NOISE);
    }
  }

  @Test
  void twice_the_bars_of_the_slow_average_are_enough() {
    assertThat(of(LONG_ONLY, Histories.newest(RISING, 60), HeldSide.NONE).move())
        .isEqualTo(Move.OPEN_LONG);
    assertThat(of(LONG_ONLY, Histories.newest(RISING, 59), HeldSide.NONE).reasoning())
        .isEqualTo("59 closed bars, needs 60");
  }

  @Test
  void a_fall_is_sold_short_only_where_that_is_allowed() {
    assertThat(of(LONG_ONLY, FALLING, HeldSide.NONE).move()).isEqualTo(Move.HOLD);
    Recommendation advice = of(BOTH_WAYS, FALLING, HeldSide.NONE);
    assertThat(advice.move()).isEqualTo(Move.OPEN_SHORT);
    assertThat(advice.stopPrice().getAsDouble()).isGreaterThan(1950);
  }

  @Test
  void a_market_without_a_trend_is_left_alone() {
    Recommendation advice = of(BOTH_WAYS, Histories.ofSteps(101, 1000, -1, 1.2), HeldSide.NONE);
    assertThat(advice.move()).isEqualTo(Move.HOLD);
    assertThat(advice.reasoning()).startsWith("No trend to follow: ");
  }

  @Test
  void a_rise_below_its_fast_average_waits() {
    BarHistory dip = Histories.then(RISING, bar(1043));
    assertThat(LONG_ONLY.recommend(dip, HeldSide.NONE, Histories.NOW.plus(Histories.LENGTH)).move())
        .isEqualTo(Move.HOLD);
  }

  @Test
  void a_position_stays_while_its_trend_is_on() {
    assertThat(of(LONG_ONLY, RISING, HeldSide.LONG).reasoning())
        .startsWith("The trend is still on");
    assertThat(of(LONG_ONLY, FALLING, HeldSide.SHORT).reasoning())
        .startsWith("The trend is still on");
  }

  @Test
  void a_position_ends_when_the_averages_have_crossed_back() {
    assertThat(of(LONG_ONLY, FALLING, HeldSide.LONG).reasoning())
        .startsWith("The averages crossed back");
    assertThat(of(LONG_ONLY, RISING, HeldSide.SHORT).move()).isEqualTo(Move.CLOSE);
  }

  @Test
  void a_fall_through_the_trailing_stop_ends_a_position_before_the_averages_cross() {
    BarHistory crash = Histories.then(RISING, bar(1035));
    Recommendation advice =
        LONG_ONLY.recommend(crash, HeldSide.LONG, Histories.NOW.plus(Histories.LENGTH));
    assertThat(advice.move()).isEqualTo(Move.CLOSE);
    assertThat(advice.reasoning()).startsWith("Through the trailing stop");
  }

  @Test
  void a_configuration_is_refused_with_all_its_errors() {
    assertThatThrownBy(
            () ->
                TrendFollowingConfig.of(
                    Fields.of(
                        "",
                        Map.of("fast_bars", 40, "slow_bars", 101, "min_adx", 101, "stop_atr", 1))))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused -> assertThat(refused.errors()).hasSize(3));
    assertThatThrownBy(() -> TrendFollowingConfig.of(Fields.of("", Map.of("fast_bars", 30))))
        .hasMessageContaining("fast_bars must be from 2 to below slow_bars, got 30");
  }

  private static Bar bar(double close) {
    return new Bar(Histories.NOW, close, close + 1, close - 1, close, 100);
  }
}
