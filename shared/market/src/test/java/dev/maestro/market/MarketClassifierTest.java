package dev.maestro.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.market.Volatility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketClassifierTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000) / 10;
  private static final MarketThresholds SAFE = new MarketThresholds(0.03, 0.05, 8);
  private static final OptionalDouble NO_SPREAD = OptionalDouble.empty();

  private static MarketState classify(BarHistory history) {
    return classify(history, NO_SPREAD);
  }

  private static MarketState classify(BarHistory history, OptionalDouble spreadBps) {
    return MarketClassifier.classify(history, spreadBps, SAFE, Histories.NOW);
  }

  /** Steps up and down in turn: efficiency (u-d)/(u+d), and DX the same in percent. */
  @ParameterizedTest
  @CsvSource({
    "1.2, -1, CHOPPY",
    "1.5, -1, RANGING",
    "2.0, -1, BULL_TRENDING",
    "-1.2, 1, CHOPPY",
    "-1.5, 1, RANGING",
    "-2.0, 1, BEAR_TRENDING"
  })
  void two_steps_in_turn_have_the_regime_of_their_difference(
      double step, double back, HealthRegime regime) {
    assertThat(classify(Histories.ofSteps(201, 1000, step, back)).regime()).isEqualTo(regime);
  }

  @Test
  void exactly_0_15_is_not_choppy_whatever_the_last_bits_say() {
    HealthRegime at = classify(Histories.ofSteps(101, 1000, 1.15, -0.85)).regime();
    HealthRegime below = classify(Histories.ofSteps(101, 1000, 1.149999, -0.850001)).regime();
    assertThat(at).isEqualTo(HealthRegime.RANGING);
    assertThat(below).isEqualTo(HealthRegime.CHOPPY);
  }

  @Test
  void adx_of_exactly_25_is_a_trend_and_a_tie_points_down() {
    assertThat(regimeOf(new DirectionalMovement(25 - 1e-12, 20, 10)))
        .isEqualTo(HealthRegime.BULL_TRENDING);
    assertThat(regimeOf(new DirectionalMovement(24.99999999, 20, 10)))
        .isEqualTo(HealthRegime.RANGING);
    assertThat(regimeOf(new DirectionalMovement(30, 20, 20))).isEqualTo(HealthRegime.BEAR_TRENDING);
  }

  private static HealthRegime regimeOf(DirectionalMovement movement) {
    MarketFigures figures =
        new MarketFigures(
            OptionalDouble.of(0.5), Optional.of(movement), NO_SPREAD, OptionalDouble.empty());
    return MarketClassifier.regime(figures, NO_SPREAD, SAFE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    "0.0149999, LOW",
    "0.015, NORMAL",
    "0.0149999999999, NORMAL",
    "0.0299999, NORMAL",
    "0.03, HIGH",
    "0.0499999, HIGH",
    "0.05, EXTREME",
    "7, EXTREME"
  })
  void volatility_is_read_off_the_thresholds(double atrToPrice, Volatility volatility) {
    assertThat(MarketClassifier.volatility(OptionalDouble.of(atrToPrice), SAFE))
        .isEqualTo(volatility);
  }

  @Test
  void illiquidity_needs_a_high_spread_and_a_thin_volume_and_comes_first() {
    BarHistory thin = withLastVolume(Histories.ofSteps(60, 1000, 2, -1), 19);
    BarHistory thick = withLastVolume(Histories.ofSteps(60, 1000, 2, -1), 20);
    assertThat(classify(thin, OptionalDouble.of(8.1)).regime())
        .isEqualTo(HealthRegime.LOW_LIQUIDITY);
    assertThat(classify(thin, OptionalDouble.of(8)).regime()).isEqualTo(HealthRegime.BULL_TRENDING);
    assertThat(classify(thick, OptionalDouble.of(8.1)).regime())
        .isEqualTo(HealthRegime.BULL_TRENDING);
    assertThat(classify(thin, NO_SPREAD).regime()).isEqualTo(HealthRegime.BULL_TRENDING);
    assertThat(classify(thin, OptionalDouble.of(Double.NaN)).regime())
        .isEqualTo(HealthRegime.BULL_TRENDING);
  }

  private static BarHistory withLastVolume(BarHistory history, double volume) {
    Instant last = history.newest().orElseThrow().start();
    return Histories.map(
        history,
        bar ->
            new Bar(
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.start().equals(last) ? volume : bar.volume()));
  }

  @Test
  void stale_bars_are_unknown_even_in_an_illiquid_market() {
    BarHistory thin = withLastVolume(Histories.ofSteps(60, 1000, 2, -1), 1);
    Instant late = Histories.NOW.plus(Histories.LENGTH.multipliedBy(3)).plusMillis(1);
    assertThat(MarketClassifier.classify(thin, OptionalDouble.of(50), SAFE, late))
        .isEqualTo(MarketState.UNKNOWN);
  }

  @Test
  void a_history_without_bars_is_unknown() {
    assertThat(classify(new BarHistory(Histories.LENGTH, List.of())))
        .isEqualTo(MarketState.UNKNOWN);
  }

  @Test
  void a_market_that_never_moves_has_no_regime_and_low_volatility() {
    BarHistory still =
        Histories.map(
            Histories.ofSteps(60, 100, 0), bar -> new Bar(bar.start(), 100, 100, 100, 100, 5));
    assertThat(classify(still)).isEqualTo(new MarketState(HealthRegime.UNKNOWN, Volatility.LOW));
  }

  @Test
  void flat_first_bars_do_not_spoil_the_movement_of_later_ones() {
    BarHistory history =
        Histories.map(
            Histories.ofSteps(60, 1000, 2, -1),
            bar ->
                bar.start().isBefore(Histories.NOW.minusSeconds(17_700))
                    ? new Bar(bar.start(), 1000, 1000, 1000, 1000, 100)
                    : bar);
    assertThat(classify(history).regime()).isEqualTo(HealthRegime.BULL_TRENDING);
  }

  @Test
  void time_missing_between_bars_is_a_closed_market() {
    List<Bar> bars = new ArrayList<>();
    for (Bar bar : Histories.ofSteps(60, 1000, 2, -1).bars()) {
      boolean early = bar.start().isBefore(Histories.NOW.minusSeconds(9000));
      Instant start = early ? bar.start().minusSeconds(200_000) : bar.start();
      bars.add(new Bar(start, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
    }
    assertThat(classify(new BarHistory(Histories.LENGTH, bars)))
        .isEqualTo(classify(Histories.ofSteps(60, 1000, 2, -1)));
  }

  @Test
  void an_unusable_row_makes_the_market_unknown_until_enough_bars_follow() {
    List<Bar> bars = Histories.ofSteps(60, 1000, 2, -1).bars();
    for (int after = 0; after < 60; after++) {
      List<Optional<Bar>> rows = new ArrayList<>(bars.stream().map(Optional::of).toList());
      rows.set(59 - after, Optional.empty());
      MarketState state = classify(BarHistory.afterUnusable(Histories.LENGTH, rows));
      assertThat(state.volatility() == Volatility.UNKNOWN)
          .as(after + " after")
          .isEqualTo(after < 15);
      assertThat(state.regime() == HealthRegime.UNKNOWN).as(after + " after").isEqualTo(after < 28);
    }
  }

  @Test
  void a_mirrored_market_has_the_mirrored_trend() {
    for (int seed = 0; seed < SEEDS; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 150);
      double level = 3 * history.bars().stream().mapToDouble(Bar::high).max().orElseThrow();
      HealthRegime regime = classify(history).regime();
      HealthRegime mirrored =
          switch (regime) {
            case BULL_TRENDING -> HealthRegime.BEAR_TRENDING;
            case BEAR_TRENDING -> HealthRegime.BULL_TRENDING;
            default -> regime;
          };
      assertThat(classify(Histories.mirrored(history, level)).regime())
          .as("seed " + seed)
          .isEqualTo(mirrored);
    }
  }

  @Test
  void a_wider_bar_is_never_calmer() {
    for (int seed = 0; seed < SEEDS; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 60);
      Volatility before = Volatility.LOW;
      for (double factor = 1; factor < 6; factor += 0.5) {
        double wide = factor;
        Volatility now =
            classify(
                    Histories.map(
                        history,
                        bar ->
                            new Bar(
                                bar.start(),
                                bar.open(),
                                bar.high() * (1 + 0.01 * (wide - 1)),
                                bar.low() * (1 - 0.01 * (wide - 1)),
                                bar.close(),
                                bar.volume())))
                .volatility();
        assertThat(now).as("seed " + seed + " x " + factor).isGreaterThanOrEqualTo(before);
        before = now;
      }
    }
  }
}
