package dev.maestro.engine.meta.selection;

import static dev.maestro.engine.market.HealthRegime.BULL_TRENDING;
import static dev.maestro.engine.market.HealthRegime.RANGING;
import static dev.maestro.engine.market.HealthRegime.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.meta.StrategySample;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StrategyScoreTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final Offset<Double> NOISE = within(1e-12);

  private static StrategyScore score(StrategyFigures figures) {
    return StrategyScore.of(StrategySample.of("S", figures, RANGING), BULL_TRENDING);
  }

  @Test
  void the_check_of_the_specification_is_1_011() {
    StrategyScore score =
        StrategyScore.of(
            StrategySample.of("S", StrategySample.figures(2.5, 0.625, 3.2, 120), RANGING), RANGING);
    assertThat(score.profitFactor()).isEqualTo(0.40, NOISE);
    assertThat(score.winRate()).isEqualTo(0.225, NOISE);
    assertThat(score.drawdown()).isEqualTo(0.136, NOISE);
    assertThat(score.volume()).isEqualTo(0.10, NOISE);
    assertThat(score.regimeBonus()).isEqualTo(0.15, NOISE);
    assertThat(score.total()).isEqualTo(1.011, NOISE);
  }

  @Test
  void each_part_is_clamped_at_both_ends() {
    StrategyScore worst = score(StrategySample.figures(0, 0.1, 50, 0));
    StrategyScore best = score(StrategySample.figures(99, 0.9, 0, 999));
    assertThat(worst).isEqualTo(new StrategyScore(0, 0, 0, 0, 0));
    assertThat(best.total()).isEqualTo(1, NOISE);
  }

  @Test
  void each_part_grows_in_proportion_between_its_ends() {
    StrategyScore half = score(StrategySample.figures(1, 0.55, 5, 25));
    assertThat(half.profitFactor()).isEqualTo(0.20, NOISE);
    assertThat(half.winRate()).isEqualTo(0.15, NOISE);
    assertThat(half.drawdown()).isEqualTo(0.10, NOISE);
    assertThat(half.volume()).isEqualTo(0.05, NOISE);
    assertThat(half.total()).isEqualTo(0.5, NOISE);
  }

  @Test
  void an_unknown_figure_earns_nothing() {
    StrategyFigures unknown =
        new StrategyFigures(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            50,
            OptionalDouble.empty(),
            BigDecimal.ZERO);
    assertThat(score(unknown).total()).isEqualTo(0.10, NOISE);
  }

  @Test
  void nothing_is_made_for_an_unknown_regime() {
    StrategyCandidate tagged =
        StrategySample.of("S", StrategySample.figures(0, 0, 10, 0), UNKNOWN, RANGING);
    assertThat(StrategyScore.of(tagged, UNKNOWN).regimeBonus()).isZero();
    assertThat(StrategyScore.of(tagged, RANGING).regimeBonus()).isEqualTo(0.15);
  }

  @Test
  void a_better_figure_never_scores_lower() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double profitFactor = random.nextDouble(3);
      double winRate = random.nextDouble(0.9);
      double drawdown = random.nextDouble(12);
      int trades = random.nextInt(70);
      double before =
          score(StrategySample.figures(profitFactor, winRate, drawdown, trades)).total();
      StrategyFigures[] better = {
        StrategySample.figures(profitFactor + 0.1, winRate, drawdown, trades),
        StrategySample.figures(profitFactor, winRate + 0.1, drawdown, trades),
        StrategySample.figures(profitFactor, winRate, drawdown * 0.9, trades),
        StrategySample.figures(profitFactor, winRate, drawdown, trades + 1)
      };
      for (StrategyFigures figures : better) {
        assertThat(score(figures).total()).as("seed " + seed).isGreaterThanOrEqualTo(before);
      }
    }
  }
}
