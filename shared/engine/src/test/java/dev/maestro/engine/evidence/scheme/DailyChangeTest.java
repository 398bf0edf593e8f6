package dev.maestro.engine.evidence.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.performance.Standing;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DailyChangeTest {
  private static final DailyChange CHANGE = new DailyChange(0.1);

  private static double[] weights(int count, SplittableRandom random) {
    double[] weights = random.doubles(count, 0, 1).toArray();
    double sum = Arrays.stream(weights).sum() / random.nextDouble(0.7, 1);
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static Standing[] ranked(int count) {
    Standing[] standings = new Standing[count];
    Arrays.fill(standings, Standing.RANKED);
    return standings;
  }

  @Test
  void no_weight_moves_further_than_it_may_and_none_beyond_its_target() {
    Seeds.forEach(
        random -> {
          int count = random.nextInt(1, 8);
          double[] yesterday = weights(count, random);
          double[] target = weights(count, random);
          double[] today = CHANGE.limit(yesterday, target, ranked(count));
          for (int i = 0; i < count; i++) {
            assertThat(Math.abs(today[i] - yesterday[i])).isLessThanOrEqualTo(0.1 + 1e-12);
            assertThat(today[i])
                .isBetween(
                    Math.min(yesterday[i], target[i]) - 1e-12,
                    Math.max(yesterday[i], target[i]) + 1e-12);
          }
          assertThat(Arrays.stream(today).sum()).isLessThanOrEqualTo(1 + 1e-12);
        });
  }

  @Test
  void the_target_is_reached_in_the_end() {
    Seeds.forEach(
        random -> {
          double[] today = weights(4, random);
          double[] target = weights(4, random);
          for (int day = 0; day < 200; day++) {
            today = CHANGE.limit(today, target, ranked(4));
          }
          assertThat(today).containsExactly(target, within(1e-9));
        });
  }

  @Test
  void a_losing_agent_goes_to_its_floor_at_once() {
    Standing[] standings = {Standing.LOSING, Standing.RANKED};
    double[] today = CHANGE.limit(new double[] {0.6, 0.4}, new double[] {0.05, 0.95}, standings);
    assertThat(today).containsExactly(new double[] {0.05, 0.5}, within(1e-12));
  }

  @Test
  void a_losing_agent_rises_no_faster_than_the_others() {
    Standing[] standings = {Standing.LOSING, Standing.RANKED};
    double[] today = CHANGE.limit(new double[] {0, 1}, new double[] {0.5, 0.5}, standings);
    assertThat(today).containsExactly(new double[] {0.1, 0.9}, within(1e-12));
  }

  @Test
  void the_limit_is_a_fraction() {
    for (double none : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new DailyChange(none))
          .hasMessage("max_daily_change must be above 0 and at most 1, got " + none);
    }
  }
}
