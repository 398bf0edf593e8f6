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
import org.junit.jupiter.api.Test;

class MeanReversionTest {
  private static final BarStrategy LONG_ONLY = new MeanReversion(MeanReversionConfig.DEFAULTS);
  private static final BarStrategy BOTH_WAYS =
      new MeanReversion(MeanReversionConfig.of(Fields.of("", Map.of("allow_shorts", true))));

  /** Twenty bars around 1000, then a slide by 1.2 a bar: the last closes are far below the mean. */
  private static final BarHistory SLIDE = after(-1.2, -1.2, -1.2, -1.2, -1.2);

  private static final BarHistory RALLY = Histories.mirrored(SLIDE, 3000);

  /** Closes that go to and fro by 1 around 1000, and then by these steps. */
  private static BarHistory after(double... steps) {
    double[] closes = new double[100 + steps.length];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i < 100 ? 1000 + 0.5 * (i % 2) : closes[i - 1] + steps[i - 100];
    }
    return Histories.ofCloses(closes);
  }

  private static Recommendation of(BarStrategy strategy, BarHistory history, HeldSide held) {
    return strategy.recommend(history, held, Histories.NOW);
  }

  @Test
  void a_close_far_below_the_mean_is_bought() {
    Recommendation advice = of(LONG_ONLY, SLIDE, HeldSide.NONE);
    assertThat(advice.reasoning()).startsWith("An exaggeration to go against, long: close 994.5, ");
    assertThat(advice.move()).isEqualTo(Move.OPEN_LONG);
    assertThat(advice.stopPrice().getAsDouble()).isBetween(989.0, 991.0);
    double stopDistance = 994.5 - advice.stopPrice().getAsDouble();
    assertThat(advice.allocation())
        .isEqualTo(Math.min(1, 0.01 * 994.5 / stopDistance), within(1e-9));
  }

  @Test
  void confidence_grows_with_the_exaggeration() {
    for (double step : new double[] {-0.9, -1.2, -1.5}) {
      BarHistory slide = after(step, step, step, step, step);
      double[] closes = slide.bars().stream().mapToDouble(Bar::close).toArray();
      double oversold = (30 - ByHand.rsi(closes)) / 30;
      double beyondTheBand = ByHand.deviationsBelow(closes, 20) - 2;
      assertThat(of(LONG_ONLY, slide, HeldSide.NONE).confidence())
          .isEqualTo(0.5 + 0.25 * oversold + 0.25 * beyondTheBand, within(1e-9));
    }
  }

  @Test
  void a_close_outside_the_band_waits_for_the_rsi() {
    BarStrategy patient =
        new MeanReversion(MeanReversionConfig.of(Fields.of("", Map.of("oversold_rsi", 5))));
    assertThat(of(patient, SLIDE, HeldSide.NONE).reasoning()).startsWith("No exaggeration: ");
  }

  @Test
  void twenty_eight_bars_are_enough() {
    assertThat(of(LONG_ONLY, Histories.newest(SLIDE, 28), HeldSide.NONE).move())
        .isEqualTo(Move.OPEN_LONG);
    assertThat(of(LONG_ONLY, Histories.newest(SLIDE, 27), HeldSide.NONE).reasoning())
        .isEqualTo("27 closed bars, needs 28");
  }

  @Test
  void a_close_far_above_the_mean_is_sold_short_only_where_that_is_allowed() {
    assertThat(of(LONG_ONLY, RALLY, HeldSide.NONE).move()).isEqualTo(Move.HOLD);
    Recommendation advice = of(BOTH_WAYS, RALLY, HeldSide.NONE);
    assertThat(advice.move()).isEqualTo(Move.OPEN_SHORT);
    assertThat(advice.stopPrice().getAsDouble()).isGreaterThan(2005.5);
  }

  @Test
  void a_close_near_the_mean_is_no_exaggeration() {
    assertThat(of(BOTH_WAYS, after(), HeldSide.NONE).reasoning()).startsWith("No exaggeration: ");
  }

  @Test
  void a_trend_is_not_bet_against() {
    BarHistory falling = Histories.ofSteps(101, 3000, -10, 1);
    assertThat(of(BOTH_WAYS, falling, HeldSide.NONE).reasoning())
        .startsWith("A trend has no mean to revert to");
  }

  @Test
  void a_market_that_never_moves_is_left_alone() {
    assertThat(of(BOTH_WAYS, Histories.ofSteps(100, 50, 0), HeldSide.NONE).move())
        .isEqualTo(Move.HOLD);
  }

  @Test
  void a_position_ends_at_the_mean() {
    assertThat(of(LONG_ONLY, SLIDE, HeldSide.LONG).reasoning()).startsWith("Not yet at the mean");
    assertThat(of(LONG_ONLY, after(-1.2, -1.2, 3), HeldSide.LONG).reasoning())
        .startsWith("Back at the mean");
    assertThat(of(LONG_ONLY, RALLY, HeldSide.SHORT).move()).isEqualTo(Move.HOLD);
    assertThat(of(LONG_ONLY, SLIDE, HeldSide.SHORT).move()).isEqualTo(Move.CLOSE);
  }

  @Test
  void a_position_ends_when_a_trend_has_formed_against_it() {
    BarHistory falling = Histories.ofSteps(101, 3000, -10, 1);
    assertThat(of(LONG_ONLY, falling, HeldSide.LONG).reasoning())
        .startsWith("A trend has formed against it");
    assertThat(of(LONG_ONLY, Histories.mirrored(falling, 9000), HeldSide.SHORT).move())
        .isEqualTo(Move.CLOSE);
  }

  @Test
  void a_configuration_is_refused_with_all_its_errors() {
    assertThatThrownBy(
            () ->
                MeanReversionConfig.of(
                    Fields.of(
                        "", Map.of("mean_bars", 4, "oversold_rsi", 50, "max_adx", 0, "band", 2))))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused -> assertThat(refused.errors()).hasSize(4));
  }
}
