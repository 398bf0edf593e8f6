package dev.maestro.engine.throttle;

import static dev.maestro.engine.throttle.mode.ThrottleMode.ACTIVE;
import static dev.maestro.engine.throttle.mode.ThrottleMode.REDUCED;
import static dev.maestro.engine.throttle.mode.ThrottleMode.SHADOW_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottleMemoryTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  /** A strategy that is decided day after day. */
  private static final class Course {
    private Optional<ThrottleMemory> memory = Optional.empty();
    private ThrottleDecision last = ThrottleDecision.unavailable("nothing was decided");

    /** Decides on the morning after a closed day whose rows call for a mode. */
    ThrottleMode after(LocalDate closed, ThrottleMode called) {
      return take(Days.callingFor(called, closed), morningAfter(closed));
    }

    ThrottleMode take(List<DayResult> rows, Instant now) {
      return take(new PerformanceReading.Rows(rows), now);
    }

    ThrottleMode blindAt(Instant now) {
      return take(new PerformanceReading.Unavailable("the store is away"), now);
    }

    ThrottleMode take(PerformanceReading reading, Instant now) {
      return keep(ThrottleMemory.decide(memory, reading, now, ThrottleConfig.DEFAULTS));
    }

    private ThrottleMode keep(ThrottleMemory.Outcome outcome) {
      memory = Optional.of(outcome.memory());
      last = outcome.decision();
      return last.mode();
    }
  }

  private static ThrottleMode anyMode(SplittableRandom random) {
    return List.of(ThrottleMode.values()).get(random.nextInt(3));
  }

  private static Instant morningAfter(LocalDate closed) {
    return closed.plusDays(1).atTime(14, 30).toInstant(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @EnumSource(ThrottleMode.class)
  void without_memory_the_rows_decide(ThrottleMode called) {
    assertThat(new Course().after(MONDAY, called)).isEqualTo(called);
  }

  @Test
  void a_tighter_mode_applies_at_once() {
    Course course = new Course();
    course.after(MONDAY, ACTIVE);
    assertThat(course.after(MONDAY, REDUCED)).isEqualTo(REDUCED);
    assertThat(course.after(MONDAY, SHADOW_MODE)).isEqualTo(SHADOW_MODE);
  }

  @Test
  void a_looser_mode_applies_after_two_further_closed_days() {
    Course course = new Course();
    course.after(MONDAY, SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(1), ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.last.reasoning())
        .endsWith(" Held in SHADOW_MODE: looser on 1 of 2 further closed days.");
    assertThat(course.last.sharpe()).isPresent();
    assertThat(course.after(MONDAY.plusDays(2), ACTIVE)).isEqualTo(ACTIVE);
    assertThat(course.last.reasoning()).doesNotContain("Held");
  }

  @Test
  void the_same_closed_day_seen_again_does_not_count() {
    Course course = new Course();
    course.after(MONDAY, SHADOW_MODE);
    for (int cycle = 0; cycle < 300; cycle++) {
      assertThat(course.after(MONDAY, ACTIVE)).isEqualTo(SHADOW_MODE);
    }
    for (int cycle = 0; cycle < 300; cycle++) {
      assertThat(course.after(MONDAY.plusDays(1), ACTIVE)).isEqualTo(SHADOW_MODE);
    }
    assertThat(course.after(MONDAY.plusDays(2), ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void a_tight_day_in_between_starts_the_count_again() {
    Course course = new Course();
    course.after(MONDAY, REDUCED);
    course.after(MONDAY.plusDays(1), ACTIVE);
    assertThat(course.after(MONDAY.plusDays(2), REDUCED)).isEqualTo(REDUCED);
    assertThat(course.after(MONDAY.plusDays(3), ACTIVE)).isEqualTo(REDUCED);
    assertThat(course.after(MONDAY.plusDays(4), ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void a_tighter_day_in_between_starts_the_count_again() {
    Course course = new Course();
    course.after(MONDAY, REDUCED);
    course.after(MONDAY.plusDays(1), ACTIVE);
    assertThat(course.after(MONDAY.plusDays(2), SHADOW_MODE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(3), ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(4), ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void the_tightest_of_the_looser_modes_applies() {
    for (boolean looserFirst : new boolean[] {true, false}) {
      Course course = new Course();
      course.after(MONDAY, SHADOW_MODE);
      course.after(MONDAY.plusDays(1), looserFirst ? ACTIVE : REDUCED);
      assertThat(course.after(MONDAY.plusDays(2), looserFirst ? REDUCED : ACTIVE))
          .isEqualTo(REDUCED);
      assertThat(course.last.reasoning())
          .startsWith("Sharpe Ratio ")
          .matches(
              looserFirst
                  ? ".*Reducing allocation by 50%\\."
                  : ".* Loosened to REDUCED only, as another day called for it\\.");
      assertThat(course.after(MONDAY.plusDays(3), ACTIVE)).isEqualTo(REDUCED);
      assertThat(course.after(MONDAY.plusDays(4), ACTIVE)).isEqualTo(ACTIVE);
    }
  }

  @Test
  void rows_that_vanish_loosen_nothing() {
    Course course = new Course();
    course.after(MONDAY, SHADOW_MODE);
    for (int day = 1; day < 9; day++) {
      assertThat(course.take(List.of(), morningAfter(MONDAY.plusDays(day)))).isEqualTo(SHADOW_MODE);
    }
  }

  @Test
  void a_day_that_was_counted_does_not_count_again_after_a_shorter_reading() {
    Course course = new Course();
    course.after(MONDAY, SHADOW_MODE);
    course.after(MONDAY.minusDays(2), SHADOW_MODE);
    course.after(MONDAY.minusDays(1), ACTIVE);
    assertThat(course.after(MONDAY, ACTIVE)).isEqualTo(SHADOW_MODE);
    course.take(List.of(), morningAfter(MONDAY));
    assertThat(course.after(MONDAY.plusDays(1), ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(2), ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void a_day_that_has_not_come_was_never_counted_and_holds_no_mode_for_ever() {
    Course course = new Course();
    course.memory =
        Optional.of(
            new ThrottleMemory(
                SHADOW_MODE, morningAfter(MONDAY), Optional.of(LocalDate.MAX), Optional.empty()));
    assertThat(course.after(MONDAY, ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(1), ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(2), ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void a_memory_that_is_lost_starts_from_the_tightest_and_loosens_on_days_to_come() {
    Course course = new Course();
    course.memory = Optional.of(ThrottleMemory.lost(morningAfter(MONDAY)));
    assertThat(course.after(MONDAY, ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(1), ACTIVE)).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(2), ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void a_row_of_today_never_counts() {
    Instant noon = MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    Course course = new Course();
    assertThat(course.take(List.of(Days.day(MONDAY, "-0.9")), noon)).isEqualTo(ACTIVE);
    assertThat(course.last.days()).isZero();
    course.after(MONDAY.minusDays(1), SHADOW_MODE);
    course.take(Days.callingFor(ACTIVE, MONDAY), noon);
    course.take(Days.callingFor(ACTIVE, MONDAY.plusDays(1)), noon);
    assertThat(course.take(Days.callingFor(ACTIVE, MONDAY.plusDays(2)), noon))
        .isEqualTo(SHADOW_MODE);
  }

  @Test
  void an_unreadable_performance_store_never_ends_in_active() {
    Seeds.forEach(
        random -> {
          Course course = new Course();
          LocalDate day = MONDAY;
          for (int step = 0; step < 12; step++) {
            day = day.plusDays(random.nextInt(3));
            course.after(day, anyMode(random));
            Instant later = morningAfter(day).plus(Duration.ofHours(random.nextInt(60)));
            assertThat(course.blindAt(later)).isNotEqualTo(ACTIVE);
            assertThat(course.last.isUnavailable()).isTrue();
          }
        });
  }

  @Test
  void unreadable_performance_is_not_insufficient_data() {
    Course course = new Course();
    assertThat(course.blindAt(morningAfter(MONDAY))).isEqualTo(SHADOW_MODE);
    assertThat(course.last.sharpe()).isEmpty();
    assertThat(course.last.standardError()).isEmpty();
    assertThat(course.last.drawdown()).isEmpty();
    assertThat(course.last.days()).isZero();
    assertThat(course.last.reasoning())
        .isEqualTo(
            "Performance unavailable: the store is away."
                + " Moving to SHADOW_MODE until it can be read.");
  }

  @Test
  void the_first_rows_of_a_strategy_that_was_never_readable_decide() {
    Course course = new Course();
    course.blindAt(morningAfter(MONDAY));
    assertThat(course.blindAt(morningAfter(MONDAY).plusSeconds(300))).isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY, ACTIVE)).isEqualTo(ACTIVE);
  }

  @Test
  void the_last_mode_stands_at_most_reduced_while_it_is_younger_than_a_day() {
    Instant morning = morningAfter(MONDAY);
    for (ThrottleMode mode : ThrottleMode.values()) {
      Course course = new Course();
      course.after(MONDAY, mode);
      ThrottleMode standing = ThrottleMode.tighter(mode, REDUCED);
      assertThat(course.blindAt(morning.plus(Duration.ofHours(24)).minusMillis(1)))
          .isEqualTo(standing);
      assertThat(course.last.reasoning())
          .isEqualTo(
              "Performance unavailable: the store is away."
                  + " The last mode stands, at most REDUCED.");
      assertThat(course.blindAt(morning.plus(Duration.ofHours(24)))).isEqualTo(SHADOW_MODE);
    }
  }

  @Test
  void being_blind_again_and_again_does_not_make_the_last_mode_younger() {
    Course course = new Course();
    course.after(MONDAY, ACTIVE);
    Instant morning = morningAfter(MONDAY);
    for (int hour = 1; hour < 24; hour++) {
      assertThat(course.blindAt(morning.plus(Duration.ofHours(hour)))).isEqualTo(REDUCED);
    }
    assertThat(course.blindAt(morning.plus(Duration.ofHours(25)))).isEqualTo(SHADOW_MODE);
  }

  @Test
  void a_held_mode_stands_in_too_and_is_as_young_as_its_last_reading() {
    Course course = new Course();
    course.after(MONDAY, SHADOW_MODE);
    course.after(MONDAY.plusDays(1), ACTIVE);
    assertThat(course.blindAt(morningAfter(MONDAY.plusDays(1)).plus(Duration.ofHours(23))))
        .isEqualTo(SHADOW_MODE);
    assertThat(course.after(MONDAY.plusDays(2), ACTIVE)).isEqualTo(ACTIVE);
    assertThat(course.blindAt(morningAfter(MONDAY.plusDays(2)).plus(Duration.ofHours(1))))
        .isEqualTo(REDUCED);
  }

  @Test
  void no_course_is_ever_looser_than_what_its_rows_call_for() {
    Seeds.forEach(
        random -> {
          Course course = new Course();
          LocalDate day = MONDAY;
          for (int step = 0; step < 20; step++) {
            day = day.plusDays(random.nextInt(3));
            ThrottleMode called = anyMode(random);
            assertThat(called.isTighterThan(course.after(day, called))).isFalse();
          }
        });
  }
}
