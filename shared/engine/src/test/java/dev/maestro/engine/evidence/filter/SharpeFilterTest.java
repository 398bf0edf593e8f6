package dev.maestro.engine.evidence.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.evidence.EvidenceConfig;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharpeFilterTest {
  private static final SharpeFilter FILTER =
      new SharpeFilter(EvidenceConfig.DEFAULTS.filter(), 252);

  private static FilterState after(double... returns) {
    FilterState state = FILTER.start();
    for (double dayReturn : returns) {
      state = FILTER.next(state, dayReturn);
    }
    return state;
  }

  @Test
  void a_bell_lies_on_its_grid() {
    SharpeDistribution bell = SharpeDistribution.bell(0, 1);
    assertThat(bell.probabilities()).hasSize(41);
    assertThat(bell.mean()).isEqualTo(0, within(1e-15));
    assertThat(bell.probabilityNegative()).isEqualTo(0.5, within(1e-15));
    assertThat(SharpeDistribution.sharpeAt(0)).isEqualTo(-4);
    assertThat(SharpeDistribution.sharpeAt(40)).isEqualTo(4);
  }

  @Test
  void the_narrowest_bell_between_two_points_is_still_one() {
    assertThat(SharpeDistribution.bell(0.3, 0.1).mean()).isEqualTo(0.3, within(1e-9));
  }

  @Test
  void the_likelihood_is_the_normal_one() {
    FilterState before = after(0.01, -0.01, 0.01, -0.01, 0.01);
    SharpeDistribution prior = FILTER.belief(before);
    SharpeDistribution posterior = FILTER.next(before, 0.02).belief();
    double sum = 0;
    double[] expected = new double[SharpeDistribution.POINTS];
    for (int i = 0; i < expected.length; i++) {
      double distance = 2 - SharpeDistribution.sharpeAt(i) / StrictMath.sqrt(252);
      expected[i] = prior.probabilities().get(i) * StrictMath.exp(-distance * distance / 2);
      sum += expected[i];
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(posterior.probabilities().get(i)).isEqualTo(expected[i] / sum, within(1e-14));
    }
  }

  @Test
  void the_first_five_rows_only_measure_the_volatility() {
    assertThat(after(0.5, 0.5, 0.5, 0.5, 0.5).belief())
        .isEqualTo(after(-0.01, -0.01, -0.01, -0.01, -0.01).belief());
  }

  @Test
  void one_day_is_never_more_than_sixteen_variances_of_the_next() {
    FilterState before = after(0.01, -0.01, 0.01, -0.01, 0.01);
    FilterState shock = FILTER.next(before, 1e6);
    FilterState capped = FILTER.next(before, 4 * StrictMath.sqrt(before.variance()));
    assertThat(shock.variance()).isEqualTo(capped.variance(), within(1e-15));
    assertThat(shock.belief()).isEqualTo(capped.belief());
  }

  @Test
  void days_without_any_movement_move_the_belief_only_towards_what_a_changed_strategy_is() {
    FilterState state = after(new double[100]);
    assertThat(FILTER.belief(state).mean()).isBetween(-0.5, FILTER.belief(FILTER.start()).mean());
  }

  @Test
  void what_is_no_distribution_is_refused() {
    List<Double> flat = Collections.nCopies(41, 1.0 / 41);
    assertThat(SharpeDistribution.of(flat).mean()).isEqualTo(0, within(1e-12));
    for (List<Double> none :
        List.of(
            flat.subList(0, 40),
            Collections.nCopies(41, 1.0),
            Collections.nCopies(41, Double.NaN),
            Collections.nCopies(41, -1.0 / 41))) {
      assertThatThrownBy(() -> SharpeDistribution.of(none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("a distribution has 41 probabilities that add up to 1, got ");
    }
    assertThatThrownBy(() -> new FilterState(FILTER.start().belief(), 1, Double.NaN, 1))
        .hasMessageContaining("must be finite and at least 0");
  }
}
