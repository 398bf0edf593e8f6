package dev.maestro.embedded.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.embedded.replay.scheme.ReplayScheme;
import dev.maestro.embedded.replay.scheme.SchemeWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final ReplaySettings DEFAULTS = ReplaySettings.defaults(true);

  private static Replay walked(List<ReplayDay> days) {
    Replay replay = new Replay(DEFAULTS);
    days.forEach(replay);
    return replay;
  }

  @Test
  void a_day_is_earned_with_the_weights_of_the_evening_before_and_changes_are_paid() {
    Replay replay =
        walked(
            List.of(
                MadeDays.day(0, Map.of("A", 0.5, "B", -0.5)),
                MadeDays.day(1, Map.of("A", 0.2, "B", -0.1)),
                MadeDays.day(2, Map.of("A", 0.1, "B", -0.1))));

    double bought = 1 - 0.0005;
    double afterOne = bought * (1 + 0.5 * 0.2 - 0.5 * 0.1);
    double moved = Math.abs(0.5 - 0.5 * 1.2 / 1.05) + Math.abs(0.5 - 0.5 * 0.9 / 1.05);
    assertThat(replay.equity(ReplayFlight.NULL))
        .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1)
        .containsExactly(1.0, afterOne, afterOne * (1 - moved * 0.0005));
    ReplayLine line = line(replay, ReplayFlight.NULL);
    assertThat(line.growth()).isCloseTo(afterOne * (1 - moved * 0.0005) - 1, within(1e-12));
    assertThat(line.largest()).isEqualTo(0.5);
    assertThat(line.paid()).isCloseTo(0.0005 * (1 + moved * afterOne), within(1e-12));
    assertThat(line.effect()).isEmpty();
  }

  @Test
  void nothing_of_a_day_is_known_before_it_is_over() {
    assertThat(looksAhead(ReplayTest::walked)).isFalse();
  }

  @Test
  void a_planted_look_ahead_is_caught() {
    assertThat(
            looksAhead(
                days -> {
                  Replay replay = new Replay(DEFAULTS, scheme -> new Peeking(days));
                  days.forEach(replay);
                  return replay;
                }))
        .isTrue();
  }

  /** Who looks ahead earns on returns that nobody can foresee; who does not, earns nothing. */
  @Test
  void on_pure_noise_only_the_planted_one_earns() {
    SplittableRandom random = new SplittableRandom(11);
    List<ReplayDay> noise = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      noise.add(
          MadeDays.day(
              day, Map.of("A", 0.01 * random.nextGaussian(), "B", 0.01 * random.nextGaussian())));
    }
    Replay peeking = new Replay(DEFAULTS, scheme -> new Peeking(noise));
    noise.forEach(peeking);

    assertThat(walked(noise).lines()).allMatch(line -> Math.abs(line.growth()) < 0.5);
    assertThat(peeking.lines())
        .filteredOn(line -> line.flight().throttle() == ReplayThrottle.OFF)
        .allMatch(line -> line.growth() > 2);
  }

  /** True if what was held or earned before some day depends on that day or a later one. */
  private static boolean looksAhead(Function<List<ReplayDay>, Replay> walk) {
    SplittableRandom random = new SplittableRandom(5);
    List<ReplayDay> days = MadeDays.random(60, random);
    List<ReplayDay> otherwise = MadeDays.random(60, random);
    Replay was = walk.apply(days);
    for (int cut = 1; cut < days.size(); cut += 4) {
      List<ReplayDay> changed = new ArrayList<>(days.subList(0, cut));
      changed.addAll(otherwise.subList(cut, days.size()));
      Replay is = walk.apply(changed);
      for (ReplayLine line : was.lines()) {
        ReplayFlight flight = line.flight();
        boolean isSame =
            was.equity(flight).subList(0, cut).equals(is.equity(flight).subList(0, cut))
                && was.evenings(flight.scheme())
                    .subList(0, cut)
                    .equals(is.evenings(flight.scheme()).subList(0, cut));
        if (!isSame) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gives everything to whoever earns most tomorrow. */
  private static final class Peeking implements SchemeWeights {
    private final List<ReplayDay> days;
    private int learned;

    Peeking(List<ReplayDay> days) {
      this.days = days;
    }

    @Override
    public SortedMap<String, Double> weights() {
      if (learned == days.size()) {
        return new TreeMap<>();
      }
      ReplayDay tomorrow = days.get(learned);
      String best =
          tomorrow.agents().keySet().stream()
              .max(Comparator.comparing(tomorrow::returnOf))
              .orElseThrow();
      return new TreeMap<>(Map.of(best, 1.0));
    }

    @Override
    public void learn(ReplayDay day) {
      learned++;
    }
  }

  @Test
  void a_scheme_that_is_better_every_day_is_shown_to_be() {
    List<ReplayDay> days = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int day = 0; day < 250; day++) {
      double noise = 0.003 * random.nextGaussian();
      days.add(MadeDays.day(day, Map.of("Bad", noise - 0.01, "Good", noise + 0.01)));
    }
    ReplayLine sharpe =
        line(walked(days), new ReplayFlight(ReplayScheme.SHARPE, ReplayThrottle.OFF));

    assertThat(sharpe.interval().orElseThrow().isGain()).isTrue();
    assertThat(sharpe.growth()).isPositive();
  }

  @Test
  void whoever_has_lost_everything_stays_at_nothing_and_is_not_compared() {
    Replay replay =
        walked(
            List.of(
                MadeDays.day(0, Map.of("A", 0.1)),
                MadeDays.day(1, Map.of("A", -1.5)),
                MadeDays.day(2, Map.of("A", 3.0))));
    ReplayLine lost = line(replay, new ReplayFlight(ReplayScheme.SHARPE, ReplayThrottle.OFF));

    assertThat(lost.growth()).isEqualTo(-1);
    assertThat(lost.worstDrawdown()).isEqualTo(1);
    assertThat(lost.effect()).isEmpty();
  }

  @Test
  void the_first_day_can_earn_nothing_and_is_no_day_of_0() {
    Replay two =
        walked(List.of(MadeDays.day(0, Map.of("A", 0.1)), MadeDays.day(1, Map.of("A", 0.2))));

    assertThat(line(two, ReplayFlight.NULL).growth()).isPositive();
    assertThat(line(two, ReplayFlight.NULL).record()).isEmpty();
    assertThat(two.lines())
        .filteredOn(line -> line.effect().isPresent())
        .isNotEmpty()
        .allMatch(line -> line.effect().orElseThrow().days() == 1);
  }

  @Test
  void days_after_everything_was_lost_are_no_days_of_0() {
    List<ReplayDay> days = new ArrayList<>(MadeDays.random(10, new SplittableRandom(8)));
    days.add(MadeDays.day(10, Map.of("A", -9.0, "B", -9.0, "C", -9.0, "D", -9.0)));
    ReplayLine lost = line(walked(days), ReplayFlight.NULL);
    for (int day = 11; day < 100; day++) {
      days.add(MadeDays.day(day, Map.of("A", 0.1)));
    }

    assertThat(lost.isRuined()).isTrue();
    assertThat(line(walked(days), ReplayFlight.NULL).record()).isEqualTo(lost.record());
  }

  /** As where every market day is closed: its row is one of 0. */
  @Test
  void a_mode_moves_on_days_on_which_nobody_closed_anything() {
    List<ReplayDay> days = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(2);
    for (int day = 0; day < 40; day++) {
      days.add(MadeDays.day(day, Map.of("A", 0.002 + 0.001 * random.nextGaussian())));
    }
    ReplayFlight throttled = new ReplayFlight(ReplayScheme.EQUAL, ReplayThrottle.SHARPE);
    assertThat(earnedLast(days, 40, throttled)).isCloseTo(0.1, within(1e-9));
    assertThat(earnedLast(days, 140, throttled)).isZero();
    assertThat(earnedLast(days, 40_000, throttled)).isZero();
    assertThat(earnedLast(days, 140, ReplayFlight.NULL)).isCloseTo(0.1, within(1e-9));
  }

  /** What a day of 10 % brings after these. */
  private static double earnedLast(List<ReplayDay> before, int number, ReplayFlight flight) {
    List<ReplayDay> days = new ArrayList<>(before);
    days.add(MadeDays.day(number, Map.of("A", 0.1)));
    ReplaySettings free =
        new ReplaySettings(
            DEFAULTS.schemes(),
            DEFAULTS.weights(),
            DEFAULTS.throttle(),
            DEFAULTS.evidence(),
            0,
            true);
    Replay replay = new Replay(free);
    days.forEach(replay);
    List<Double> equity = replay.equity(flight);
    return equity.get(before.size()) / equity.get(before.size() - 1) - 1;
  }

  @Test
  void rows_that_are_further_apart_than_days_are_not_throttled() {
    Replay replay = new Replay(ReplaySettings.defaults(false));
    MadeDays.random(10, new SplittableRandom(1)).forEach(replay);

    assertThat(replay.lines())
        .hasSize(3)
        .allMatch(line -> line.flight().throttle() == ReplayThrottle.OFF);
  }

  private static ReplayLine line(Replay replay, ReplayFlight flight) {
    return replay.lines().stream()
        .filter(line -> line.flight().equals(flight))
        .findFirst()
        .orElseThrow();
  }
}
