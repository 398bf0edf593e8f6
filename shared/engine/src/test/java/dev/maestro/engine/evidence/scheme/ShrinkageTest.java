package dev.maestro.engine.evidence.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
  @Test
  void fewer_than_four_agents_estimate_nothing() {
    List<SharpeEstimate> three = Collections.nCopies(3, SharpeEstimate.ofTrades(2, 100));
    assertThat(Shrinkage.of(three).variance()).isEqualTo(0.01, within(1e-15));
  }

  @Test
  void equally_measured_agents_have_the_estimate_of_the_textbook() {
    List<SharpeEstimate> agents = new ArrayList<>();
    for (double sharpe : new double[] {0.3, -0.1, 0.2, 0.4}) {
      agents.add(SharpeEstimate.ofTrades(sharpe, 100));
    }
    double expected = (0.09 + 0.01 + 0.04 + 0.16) / 4 - 0.01;
    assertThat(Shrinkage.of(agents).variance()).isEqualTo(expected, within(1e-12));
  }

  @Test
  void agents_that_differ_no_more_than_chance_are_all_the_same() {
    Shrinkage shrinkage = Shrinkage.of(Collections.nCopies(5, SharpeEstimate.ofTrades(0.05, 100)));
    assertThat(shrinkage.variance()).isZero();
    assertThat(shrinkage.shrunken(SharpeEstimate.ofTrades(2, 100))).isZero();
  }

  @Test
  void many_agents_tell_how_much_they_differ() {
    SplittableRandom random = new SplittableRandom(3);
    List<SharpeEstimate> agents = new ArrayList<>();
    for (int agent = 0; agent < 2000; agent++) {
      int trades = random.nextInt(20, 200);
      double error = random.nextGaussian() / StrictMath.sqrt(trades);
      agents.add(SharpeEstimate.ofTrades(0.2 * random.nextGaussian() + error, trades));
    }
    assertThat(Shrinkage.of(agents).variance()).isEqualTo(0.04, within(0.004));
  }

  @Test
  void what_is_shrunken_lies_between_zero_and_what_was_measured() {
    Seeds.forEach(
        random -> {
          List<SharpeEstimate> agents = new ArrayList<>();
          for (int agent = random.nextInt(1, 9); agent > 0; agent--) {
            agents.add(SharpeEstimate.ofTrades(random.nextDouble(-3, 3), random.nextInt(2, 500)));
          }
          Shrinkage shrinkage = Shrinkage.of(agents);
          for (SharpeEstimate agent : agents) {
            double share = shrinkage.shrunken(agent) / agent.sharpe();
            assertThat(share).isBetween(0.0, 1.0);
          }
        });
  }

  @Test
  void what_was_not_measured_is_refused() {
    assertThatThrownBy(() -> new SharpeEstimate(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SharpeEstimate.ofTrades(1, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Shrinkage(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
