package dev.maestro.engine.evidence.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnytimeIntervalTest {
  private static final int PATHS = 2_000;
  private static final int DAYS = 756;

  /** Half widths found by bisection of the mixture's likelihood, deviation 1. */
  @ParameterizedTest
  @CsvSource({"20, 0.9963212777891657", "126, 0.274892855653238", "756, 0.1159605821080341"})
  void known_widths_are_met(int days, double half) {
    AnytimeInterval interval = new DailyEffect(days, 0.25, days - 1).interval().orElseThrow();

    assertThat(interval.high() - 0.25).isCloseTo(half, within(1e-12));
    assertThat(0.25 - interval.low()).isCloseTo(half, within(1e-12));
  }

  @Test
  void the_unit_of_the_days_is_the_unit_of_the_interval() {
    DailyEffect cents = effect(new Random(7)::nextGaussian, 60);
    Random again = new Random(7);
    DailyEffect dollars = effect(() -> again.nextGaussian() / 100, 60);

    assertThat(dollars.interval().orElseThrow().high() * 100)
        .isCloseTo(cents.interval().orElseThrow().high(), within(1e-12));
  }

  @Test
  void a_true_effect_is_left_out_in_five_percent_of_paths_at_most() {
    Random random = new Random(1);

    assertThat(everOutside(random::nextGaussian, AnytimeIntervalTest::isShown)).isLessThan(0.055);
  }

  @Test
  void fat_tails_leave_it_out_no_more_often() {
    Random random = new Random(2);

    assertThat(everOutside(() -> studentFour(random), AnytimeIntervalTest::isShown))
        .isLessThan(0.055);
  }

  @Test
  void an_interval_for_one_look_does_not_survive_daily_looks() {
    Random random = new Random(1);

    assertThat(everOutside(random::nextGaussian, AnytimeIntervalTest::isSignificantToday))
        .isGreaterThan(0.3);
  }

  @Test
  void a_tenth_of_a_deviation_a_day_is_shown_in_five_years() {
    Random random = new Random(3);
    int shown = 0;
    for (int path = 0; path < 200; path++) {
      boolean isGain =
          effect(() -> 0.1 + random.nextGaussian(), 1260).interval().orElseThrow().isGain();
      shown += isGain ? 1 : 0;
    }

    assertThat(shown).isBetween(110, 190);
  }

  @Test
  void few_days_and_days_that_are_all_alike_say_nothing() {
    assertThat(DailyEffect.NONE.interval()).isEmpty();
    assertThat(DailyEffect.NONE.next(1).interval()).isEmpty();
    assertThat(new DailyEffect(5, 1, 0.01).interval()).isEmpty();
    assertThat(new DailyEffect(500, 1, 0).interval()).isEmpty();
  }

  @Test
  void mean_and_squares_are_those_of_the_days() {
    DailyEffect effect = DailyEffect.NONE.next(1).next(2).next(6);

    assertThat(effect).isEqualTo(new DailyEffect(3, 3, 14));
  }

  @Test
  void what_is_no_number_is_refused() {
    assertThatThrownBy(() -> DailyEffect.NONE.next(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new AnytimeInterval(1, 0)).hasMessageContaining("at most high");
  }

  private static double everOutside(DoubleSupplier day, Predicate<DailyEffect> isOutside) {
    int outside = 0;
    for (int path = 0; path < PATHS; path++) {
      DailyEffect effect = DailyEffect.NONE;
      boolean isEver = false;
      for (int n = 0; n < DAYS; n++) {
        effect = effect.next(day.getAsDouble());
        isEver |= isOutside.test(effect);
      }
      outside += isEver ? 1 : 0;
    }
    return outside / (double) PATHS;
  }

  private static boolean isShown(DailyEffect effect) {
    return effect.interval().filter(it -> it.isGain() || it.isLoss()).isPresent();
  }

  private static boolean isSignificantToday(DailyEffect effect) {
    double error = Math.sqrt(effect.squares() / effect.days() / (effect.days() - 1.0));
    return effect.days() > 20 && Math.abs(effect.mean()) > 1.96 * error;
  }

  private static DailyEffect effect(DoubleSupplier day, int days) {
    DailyEffect effect = DailyEffect.NONE;
    for (int n = 0; n < days; n++) {
      effect = effect.next(day.getAsDouble());
    }
    return effect;
  }

  private static double studentFour(Random random) {
    double squares = 0;
    for (int n = 0; n < 4; n++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return random.nextGaussian() / Math.sqrt(squares / 4);
  }
}
