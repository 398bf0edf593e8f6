package dev.maestro.cli.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedLifeTest {
  @ParameterizedTest
  @EnumSource(Noise.class)
  void noise_has_mean_0_and_deviation_1(Noise noise) {
    Dice dice = Dice.of(1, 0);
    double sum = 0;
    double squares = 0;
    int draws = 400_000;
    for (int i = 0; i < draws; i++) {
      double x = noise.draw(dice);
      sum += x;
      squares += x * x;
    }
    assertThat(sum / draws).isEqualTo(0, within(0.01));
    assertThat(squares / draws).isEqualTo(1, within(0.05));
  }

  @Test
  void the_likelihood_is_that_of_the_draws() {
    Dice dice = Dice.of(2, 0);
    int within = 0;
    for (int i = 0; i < 100_000; i++) {
      within += Math.abs(Noise.T4.draw(dice)) < 1 ? 1 : 0;
    }
    double inside = 0;
    double all = 0;
    for (double x = -200; x < 200; x += 0.01) {
      all += Noise.T4.likelihood(x);
      inside += Math.abs(x) < 1 ? Noise.T4.likelihood(x) : 0;
    }
    assertThat(within / 100_000.0).isEqualTo(inside / all, within(0.01));
  }

  @Test
  void a_static_strategy_stays_and_a_dying_one_dies_once() {
    int died = 0;
    for (int i = 0; i < 300; i++) {
      assertThat(changes(SimulatedLife.of(World.STATIC, Noise.T4, 378, Dice.of(1, i)))).isZero();
      int changes = changes(SimulatedLife.of(World.DYING, Noise.T4, 378, Dice.of(1, i)));
      assertThat(changes).isBetween(0, 1);
      died += changes;
    }
    assertThat(died / 300.0).isEqualTo(1 - 1 / StrictMath.E, within(0.1));
  }

  private static int changes(SimulatedLife life) {
    int changes = 0;
    for (int day = 1; day < life.sharpe().length; day++) {
      changes += life.sharpe()[day] == life.sharpe()[day - 1] ? 0 : 1;
    }
    return changes;
  }

  @Test
  void a_life_does_not_depend_on_how_many_there_are_or_how_long_they_are() {
    double[] shorter = SimulatedLife.of(World.DYING, Noise.T4, 50, Dice.of(9, 4)).returns();
    double[] longer = SimulatedLife.of(World.DYING, Noise.T4, 90, Dice.of(9, 4)).returns();
    assertThat(longer).startsWith(shorter);
    assertThat(SimulatedLife.of(World.DYING, Noise.T4, 50, Dice.of(9, 5)).returns())
        .isNotEqualTo(shorter);
  }
}
