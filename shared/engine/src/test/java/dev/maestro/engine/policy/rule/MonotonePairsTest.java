package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.PolicyOrder;
import dev.maestro.engine.policy.RandomCase;
import dev.maestro.engine.policy.Worsening;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MonotonePairsTest {
  private static final int PAIRS_PER_SEED = 10;

  /** 10 000 seeds with ten pairs each, under random valid configuration. */
  @Test
  void one_worse_or_unknown_input_loosens_no_field() {
    Seeds.forTenTimesAsMany(
        random -> {
          for (int pair = 0; pair < PAIRS_PER_SEED; pair++) {
            check(random);
          }
        });
  }

  private static void check(SplittableRandom random) {
    Case better = RandomCase.of(random);
    Case worse = better.copy();
    Worsening worsening = RandomCase.pick(random, Worsening.values());
    worsening.apply(worse, random);
    assertThat(PolicyOrder.looserFields(worse.policy(), better.policy(), 1e-12))
        .as("%s: %s -> %s", worsening, better, worse)
        .isEmpty();
  }
}
