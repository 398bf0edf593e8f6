package dev.maestro.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarketFiguresTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000) / 10;
  private static final Offset<Double> NOISE = within(1e-9);

  private static MarketFigures figures(BarHistory history) {
    return MarketFigures.of(history, Histories.NOW);
  }

  @Test
  void efficiency_is_the_net_change_over_the_way_of_twenty_changes() {
    // 20 changes of +1 +1 +1 -1: 10 forward on a way of 20
    BarHistory history = Histories.ofSteps(21, 100, 1, 1, 1, -1);
    assertThat(figures(history).efficiencyRatio().getAsDouble()).isEqualTo(0.5, NOISE);
    assertThat(figures(Histories.ofSteps(60, 100, 1)).efficiencyRatio().getAsDouble())
        .isEqualTo(1, NOISE);
    assertThat(figures(Histories.ofSteps(61, 100, 1, -1)).efficiencyRatio().getAsDouble()).isZero();
  }

  @Test
  void the_average_true_range_of_equal_bars_is_their_range() {
    BarHistory history = Histories.ofSteps(15, 100, 0);
    assertThat(figures(history).atrToPrice().getAsDouble()).isEqualTo(2.0 / 100, NOISE);
  }

  @Test
  void a_gap_counts_as_range_from_the_close_before_it() {
    double[] closes =
        Histories.ofSteps(16, 100, 0).bars().stream().mapToDouble(Bar::close).toArray();
    closes[15] = 111;
    // The true range of the last bar is 112 - 100 = 12, of the others 2: 2 + (12 - 2)/14
    assertThat(figures(Histories.ofCloses(closes)).atrToPrice().getAsDouble())
        .isEqualTo((2 + 10 / 14.0) / 111, NOISE);
  }

  @Test
  void a_steady_rise_is_all_upward_movement() {
    // 27 rises of 1 after the first bar, averaged by 1/14: 1 - (13/14)^27; the true range is 2
    DirectionalMovement movement = figures(Histories.ofSteps(28, 100, 1)).movement().orElseThrow();
    double averaged = 1 - Math.pow(13 / 14.0, 27);
    assertThat(movement.adx()).isEqualTo(100 * averaged, NOISE);
    assertThat(movement.plusDi()).isEqualTo(100 * averaged / 2, NOISE);
    assertThat(movement.minusDi()).isZero();
  }

  @Test
  void the_volume_is_held_against_the_twenty_bars_before_it() {
    BarHistory history = Histories.ofSteps(20, 100, 1, -1);
    Bar last = new Bar(Histories.NOW, 100, 101, 99, 100, 25);
    assertThat(
            MarketFigures.of(Histories.then(history, last), Histories.NOW.plus(Histories.LENGTH))
                .volumeToMean()
                .getAsDouble())
        .isEqualTo(0.25, NOISE);
  }

  @Test
  void a_market_without_volumes_says_nothing_about_them() {
    BarHistory history =
        Histories.map(
            Histories.ofSteps(60, 100, 1, -1),
            bar -> new Bar(bar.start(), bar.open(), bar.high(), bar.low(), bar.close(), 0));
    assertThat(figures(history).volumeToMean()).isEmpty();
  }

  @Test
  void each_figure_waits_for_its_own_number_of_bars() {
    BarHistory long60 = Histories.ofSteps(60, 100, 1, -0.5);
    for (int count = 0; count <= 60; count++) {
      MarketFigures figures = figures(Histories.newest(long60, count));
      assertThat(figures.atrToPrice().isPresent()).as(count + " bars").isEqualTo(count >= 15);
      assertThat(figures.efficiencyRatio().isPresent()).as(count + " bars").isEqualTo(count >= 21);
      assertThat(figures.volumeToMean().isPresent()).as(count + " bars").isEqualTo(count >= 21);
      assertThat(figures.movement().isPresent()).as(count + " bars").isEqualTo(count >= 28);
    }
  }

  @Test
  void closes_that_never_change_have_no_efficiency() {
    assertThat(figures(Histories.ofSteps(60, 100, 0)).efficiencyRatio()).isEmpty();
  }

  @Test
  void stale_bars_say_nothing() {
    BarHistory history = Histories.ofSteps(60, 100, 1, -0.5);
    assertThat(MarketFigures.of(history, Histories.NOW.plus(Histories.LENGTH.multipliedBy(3))))
        .isEqualTo(figures(history));
    assertThat(
            MarketFigures.of(
                history, Histories.NOW.plus(Histories.LENGTH.multipliedBy(3)).plusNanos(1)))
        .isEqualTo(MarketFigures.UNKNOWN);
  }

  @Test
  void a_bar_that_is_not_closed_changes_nothing() {
    BarHistory history = Histories.ofSteps(60, 100, 1, -0.5);
    Bar growing = new Bar(Histories.NOW.minusSeconds(1), 100, 900, 1, 500, 1e9);
    assertThat(figures(Histories.then(history, growing))).isEqualTo(figures(history));
  }

  @Test
  void figures_are_the_same_in_every_unit_of_price() {
    for (int seed = 0; seed < SEEDS; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 120);
      for (int exponent : new int[] {-60, -20, 3, 40}) {
        assertThat(figures(Histories.scaled(history, Math.scalb(1.0, exponent))))
            .as("seed " + seed + ", 2^" + exponent)
            .isEqualTo(figures(history));
      }
    }
  }

  @Test
  void all_figures_lie_in_their_ranges() {
    for (int seed = 0; seed < SEEDS; seed++) {
      MarketFigures figures = figures(Histories.randomWalk(new SplittableRandom(seed), 300));
      DirectionalMovement movement = figures.movement().orElseThrow();
      assertThat(figures.efficiencyRatio().getAsDouble()).as("seed " + seed).isBetween(0.0, 1.0);
      assertThat(figures.atrToPrice().getAsDouble()).as("seed " + seed).isBetween(0.0, 0.05);
      assertThat(movement.adx()).as("seed " + seed).isBetween(0.0, 100.0);
      assertThat(movement.plusDi()).as("seed " + seed).isBetween(0.0, 100.0);
      assertThat(movement.minusDi()).as("seed " + seed).isBetween(0.0, 100.0);
    }
  }

  @Test
  void bars_older_than_the_newest_250_do_not_matter() {
    for (int seed = 0; seed < SEEDS; seed++) {
      BarHistory history = Histories.randomWalk(new SplittableRandom(seed), 400);
      assertThat(figures(Histories.newest(history, 250)))
          .as("seed " + seed)
          .isEqualTo(figures(history));
    }
  }
}
