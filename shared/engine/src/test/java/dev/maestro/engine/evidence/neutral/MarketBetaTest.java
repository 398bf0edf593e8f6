package dev.maestro.engine.evidence.neutral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarketBetaTest {
  /** A strategy that earns 1.3 x the market and 0.001 a day of its own. */
  private static MarketBeta after(int days) {
    SplittableRandom random = new SplittableRandom(1);
    MarketBeta beta = MarketBeta.START;
    for (int day = 0; day < days; day++) {
      double market = random.nextDouble(-0.02, 0.02);
      beta = beta.after(1.3 * market + 0.001, market);
    }
    return beta;
  }

  @Test
  void nothing_is_taken_off_during_the_first_forty_days() {
    assertThat(after(39).beta()).isZero();
    assertThat(after(40).beta()).isEqualTo(1.3, within(1e-12));
  }

  @Test
  void what_the_strategy_earned_itself_is_left() {
    assertThat(after(300).neutral(1.3 * -0.04 + 0.001, OptionalDouble.of(-0.04)).orElseThrow())
        .isEqualTo(0.001, within(1e-12));
  }

  @Test
  void a_day_counts_half_after_sixty_days() {
    MarketBeta beta = after(1000);
    double before = beta.weight();
    for (int day = 0; day < 60; day++) {
      beta = beta.after(0, 0);
    }
    double added = (1 - 0.5) / (1 - StrictMath.pow(0.5, 1 / 60.0));
    assertThat(beta.weight()).isEqualTo(before / 2 + added, within(1e-9));
  }

  @Test
  void without_the_benchmark_a_loss_counts_whole_and_a_gain_not_at_all() {
    assertThat(after(100).neutral(-0.02, OptionalDouble.empty())).hasValue(-0.02);
    assertThat(after(100).neutral(0.02, OptionalDouble.empty())).isEmpty();
  }

  @Test
  void a_market_that_never_moves_explains_nothing() {
    MarketBeta beta = MarketBeta.START;
    for (int day = 0; day < 100; day++) {
      beta = beta.after(0.01 * (day % 3), 0.005);
    }
    assertThat(beta.beta()).isZero();
  }

  @Test
  void what_is_no_return_leaves_no_beta() {
    assertThatThrownBy(() -> MarketBeta.START.after(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
