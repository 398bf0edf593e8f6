package dev.maestro.engine.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.cycle.input.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {
  private static final Slot SLOT = new Slot(Instant.parse("2026-03-02T14:30:00Z"));
  private static final Optional<Slot> NONE = Optional.empty();

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T14:30:00Z, 2026-03-02T14:30:00Z",
    "2026-03-02T14:34:59.999999999Z, 2026-03-02T14:30:00Z",
    "2026-03-02T14:35:00Z, 2026-03-02T14:35:00Z",
    "2026-03-02T14:29:59.999Z, 2026-03-02T14:25:00Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z, 1969-12-31T23:55:00Z",
    "1969-12-31T23:55:00Z, 1969-12-31T23:55:00Z",
    "1969-12-31T23:54:59.999Z, 1969-12-31T23:50:00Z"
  })
  void a_time_is_floored_to_five_minutes(String time, String start) {
    assertThat(Slot.of(Instant.parse(time)).start()).isEqualTo(Instant.parse(start));
  }

  @Test
  void there_is_nothing_between_slots() {
    for (long millis : new long[] {1, 1000, 60_000, 299_999, -1}) {
      Instant between = SLOT.start().plusMillis(millis);
      assertThatThrownBy(() -> new Slot(between))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a slot starts at a multiple of 5 minutes, got " + between);
    }
  }

  @Test
  void a_slot_expires_when_it_is_older_than_two_intervals() {
    Instant edge = SLOT.start().plus(Duration.ofMinutes(10));
    assertThat(SLOT.isExpired(SLOT.start(), NONE)).isFalse();
    assertThat(SLOT.isExpired(edge, NONE)).isFalse();
    assertThat(SLOT.isExpired(edge.plusNanos(1), NONE)).isTrue();
  }

  @Test
  void a_slot_that_is_not_newer_than_the_last_one_done_is_expired() {
    for (int minutes : new int[] {0, 5, 500}) {
      Optional<Slot> done = Optional.of(Slot.of(SLOT.start().plus(Duration.ofMinutes(minutes))));
      assertThat(SLOT.isExpired(SLOT.start(), done)).isTrue();
    }
    Optional<Slot> before = Optional.of(Slot.of(SLOT.start().minus(Duration.ofMinutes(5))));
    assertThat(SLOT.isExpired(SLOT.start(), before)).isFalse();
  }
}
