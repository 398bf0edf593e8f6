package dev.maestro.engine.evidence.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.form.Fields;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of the expected Sharpe ratio whatever the days were. */
class SharpeFilterLawTest {
  private static final double NOISE = 1e-12;
  private static final int CASES_PER_SEED = 100;

  private static SharpeFilter filter(SplittableRandom random) {
    Map<String, Object> config =
        switch (random.nextInt(4)) {
          case 0 -> Map.of("clip", 4);
          case 1 -> Map.of("change_every", 60, "prior_mean", -1);
          case 2 -> Map.of("periods_per_year", 365, "volatility_half_life", 5);
          default -> Map.of();
        };
    EvidenceConfig settings = EvidenceConfig.of(Fields.of("", config));
    return new SharpeFilter(settings.filter(), settings.claim().periodsPerYear());
  }

  private static double dayReturn(SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1 -> random.nextDouble(-0.5, 0.5);
      case 2 -> random.nextDouble(-1e6, 1e6);
      default -> random.nextDouble(-0.03, 0.03);
    };
  }

  @Test
  void given_the_volatility_a_worse_day_never_raises_the_expected_sharpe() {
    Seeds.forEach(
        random -> {
          SharpeFilter filter = filter(random);
          FilterState before = filter.start();
          for (int i = 0; i < CASES_PER_SEED; i++) {
            double day = dayReturn(random);
            FilterState better = filter.next(before, day);
            FilterState worse = filter.next(before, day - Math.abs(dayReturn(random)));
            assertNoBetter(filter, worse, better);
            before = better;
          }
        });
  }

  @Test
  void a_worse_day_raises_no_expected_sharpe_in_a_hundred_thousand_cases() {
    SplittableRandom random = new SplittableRandom(100_000);
    SharpeFilter filter = filter(random);
    FilterState before = filter.start();
    for (int i = 0; i < 100_000; i++) {
      if (i % 1_000 == 0) {
        filter = filter(random);
        before = filter.start();
      }
      double day = dayReturn(random);
      FilterState better = filter.next(before, day);
      FilterState worse = filter.next(before, day - Math.abs(dayReturn(random)));
      if (filter.belief(worse).mean() > filter.belief(better).mean() + NOISE) {
        assertNoBetter(filter, worse, better);
      }
      before = better;
    }
  }

  /**
   * Redrawing bends the order of two beliefs a little, so that the law holds of the day itself: in
   * about one of a hundred records a worse day leaves, much later, up to 0.005 more.
   */
  @Test
  void given_the_volatility_the_days_after_a_worse_day_make_next_to_nothing_of_it_good() {
    SharpeFilter filter = new SharpeFilter(EvidenceConfig.DEFAULTS.filter(), 252);
    Seeds.forEach(
        random -> {
          FilterState better = filter.start();
          int history = random.nextInt(5, 100);
          for (int i = 0; i < history; i++) {
            better = filter.next(better, random.nextDouble(-0.03, 0.03));
          }
          double day = random.nextDouble(-0.03, 0.03);
          FilterState worse = filter.next(better, day - random.nextDouble(0.05));
          better = filter.next(better, day);
          for (int i = 0; i < CASES_PER_SEED; i++) {
            worse =
                new FilterState(worse.belief(), better.rows(), better.squares(), better.weights());
            double next = random.nextDouble(-0.03, 0.03);
            better = filter.next(better, next);
            worse = filter.next(worse, next);
            assertThat(filter.belief(worse).mean())
                .isLessThanOrEqualTo(filter.belief(better).mean() + 0.02);
          }
        });
  }

  @Test
  void a_belief_is_always_a_distribution() {
    Seeds.forEach(
        random -> {
          SharpeFilter filter = filter(random);
          FilterState state = filter.start();
          for (int i = 0; i < CASES_PER_SEED; i++) {
            state = filter.next(state, dayReturn(random));
          }
          SharpeDistribution belief = filter.belief(state);
          assertThat(belief.mean()).isBetween(-4.0, 4.0);
          assertThat(belief.probabilityNegative()).isBetween(0.0, 1.0);
          assertThat(belief.probabilities().stream().mapToDouble(p -> p).sum())
              .isEqualTo(1, within(1e-12));
          assertThat(SharpeDistribution.of(belief.probabilities())).isEqualTo(belief);
        });
  }

  private static void assertNoBetter(SharpeFilter filter, FilterState worse, FilterState better) {
    SharpeDistribution low = filter.belief(worse);
    SharpeDistribution high = filter.belief(better);
    assertThat(low.mean()).isLessThanOrEqualTo(high.mean() + NOISE);
    assertThat(low.probabilityNegative())
        .isGreaterThanOrEqualTo(high.probabilityNegative() - NOISE);
  }
}
