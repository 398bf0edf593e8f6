package dev.maestro.market.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.market.Histories;
import dev.maestro.market.strategy.Recommendation.Move;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every built-in strategy. */
class BarStrategyTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000) / 20;

  /** In fewer random walks a strategy may find nothing to open. */
  private static final int WALKS_TO_OPEN_IN = 40;

  static BarStrategy[] strategies() {
    return new BarStrategy[] {
      new TrendFollowing(TrendFollowingConfig.of(Fields.of("", Map.of("allow_shorts", true)))),
      new MeanReversion(MeanReversionConfig.of(Fields.of("", Map.of("allow_shorts", true))))
    };
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void only_a_strategy_without_a_position_opens_one_and_not_to_close_it_at_once(
      BarStrategy strategy) {
    int opened = 0;
    for (int seed = 0; seed < WALKS_TO_OPEN_IN; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 160);
      for (int count = 120; count <= 160; count++) {
        Instant now = Histories.NOW.minus(Histories.LENGTH.multipliedBy(160 - count));
        opened +=
            opensWithoutClosing(strategy, history, now, "seed " + seed + ", " + count) ? 1 : 0;
      }
    }
    assertThat(opened).isPositive();
  }

  private static boolean opensWithoutClosing(
      BarStrategy strategy, BarHistory history, Instant now, String where) {
    Move withNothing = strategy.recommend(history, HeldSide.NONE, now).move();
    Move whenLong = strategy.recommend(history, HeldSide.LONG, now).move();
    Move whenShort = strategy.recommend(history, HeldSide.SHORT, now).move();
    assertThat(withNothing).as(where).isNotEqualTo(Move.CLOSE);
    assertThat(whenLong).as(where).isIn(Move.HOLD, Move.CLOSE);
    assertThat(whenShort).as(where).isIn(Move.HOLD, Move.CLOSE);
    if (withNothing == Move.OPEN_LONG) {
      assertThat(whenLong).as(where).isEqualTo(Move.HOLD);
    } else if (withNothing == Move.OPEN_SHORT) {
      assertThat(whenShort).as(where).isEqualTo(Move.HOLD);
    }
    return withNothing != Move.HOLD;
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void the_same_bars_give_the_same_answer_and_unclosed_ones_change_nothing(BarStrategy strategy) {
    for (int seed = 0; seed < SEEDS; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 120);
      BarHistory growing =
          Histories.then(history, new Bar(Histories.NOW.minusSeconds(1), 9, 90, 1, 80, 1));
      assertThat(strategy.recommend(growing, HeldSide.NONE, Histories.NOW))
          .as("seed " + seed)
          .isEqualTo(strategy.recommend(history, HeldSide.NONE, Histories.NOW));
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void the_unit_of_price_decides_nothing(BarStrategy strategy) {
    for (int seed = 0; seed < SEEDS; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 120);
      Recommendation advice = strategy.recommend(history, HeldSide.NONE, Histories.NOW);
      Recommendation cheap =
          strategy.recommend(
              Histories.scaled(history, Math.scalb(1.0, -40)), HeldSide.NONE, Histories.NOW);
      assertThat(cheap.move()).as("seed " + seed).isEqualTo(advice.move());
      assertThat(cheap.allocation()).as("seed " + seed).isEqualTo(advice.allocation());
      assertThat(scaled(cheap.stopPrice(), 40)).as("seed " + seed).isEqualTo(advice.stopPrice());
    }
  }

  private static OptionalDouble scaled(OptionalDouble price, int exponent) {
    return price.isPresent() ? OptionalDouble.of(Math.scalb(price.getAsDouble(), exponent)) : price;
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void too_few_or_stale_bars_hold_whatever_is_held(BarStrategy strategy) {
    BarHistory few = Histories.ofSteps(27, 1000, 2, -1);
    BarHistory enough = Histories.ofSteps(101, 1000, -1, 2);
    Instant late = Histories.NOW.plus(Histories.LENGTH.multipliedBy(4));
    for (HeldSide held : HeldSide.values()) {
      assertThat(strategy.recommend(few, held, Histories.NOW).reasoning())
          .startsWith("27 closed bars, needs ");
      assertThat(strategy.recommend(enough, held, late).reasoning())
          .isEqualTo("The newest bar closed more than 3 bar lengths ago");
    }
  }

  @Test
  void a_stop_that_would_lie_below_zero_is_no_trade() {
    assertThat(Side.LONG.open(10, 10, 0.01, 0.6, "why").move()).isEqualTo(Move.HOLD);
    assertThat(Side.LONG.open(10, 0, 0.01, 0.6, "why").move()).isEqualTo(Move.HOLD);
    assertThat(Side.SHORT.open(10, 10, 0.01, 0.6, "why").move()).isEqualTo(Move.OPEN_SHORT);
  }

  @Test
  void confidence_is_a_half_and_a_quarter_for_each_full_strength() {
    assertThat(Side.confidence(-3, -3)).isEqualTo(0.5);
    assertThat(Side.confidence(0.5, 0)).isEqualTo(0.625);
    assertThat(Side.confidence(0, 0.5)).isEqualTo(0.625);
    assertThat(Side.confidence(9, 9)).isEqualTo(1);
  }

  @Test
  void only_an_opening_carries_capital_and_a_stop_and_fractions_are_fractions() {
    DoubleStream.of(-0.1, 1.1, Double.NaN)
        .forEach(
            wrong ->
                assertThatThrownBy(
                        () ->
                            new Recommendation(Move.CLOSE, wrong, 0, OptionalDouble.empty(), "why"))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> new Recommendation(Move.HOLD, 0, 0.5, OptionalDouble.empty(), "why"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Recommendation(Move.OPEN_LONG, 1, 0.5, OptionalDouble.empty(), "why"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Recommendation(Move.OPEN_LONG, 1, 0.5, OptionalDouble.of(0), "why"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
