package dev.maestro.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronLineTest {
  @ParameterizedTest
  @CsvSource({
    "*/5 * * * *, 2026-01-05T12:00:00Z, 2026-01-05T12:05:00Z",
    "*/5 * * * *, 2026-01-05T12:04:59.999Z, 2026-01-05T12:05:00Z",
    "*/5 * * * *, 2026-12-31T23:58:00Z, 2027-01-01T00:00:00Z",
    "10 0 * * *, 2026-01-05T00:09:59Z, 2026-01-05T00:10:00Z",
    "10 0 * * *, 2026-01-05T00:10:00Z, 2026-01-06T00:10:00Z",
    "* * * * *, 2026-01-05T12:00:30Z, 2026-01-05T12:01:00Z",
    "0 */6 * * *, 2026-01-05T12:00:30Z, 2026-01-05T18:00:00Z"
  })
  void the_next_time_is_the_first_after_the_given_one(String line, Instant after, Instant next) {
    assertThat(CronLine.parse(line).next(after)).isEqualTo(next);
  }

  @Test
  void five_minutes_are_aligned_to_the_clock() {
    Instant first = CronLine.parse("*/5 * * * *").next(Instant.parse("2026-01-05T12:01:07Z"));
    assertThat(first.getEpochSecond() % 300).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/5",
        "*/5 * * *",
        "60 * * * *",
        "*/0 * * * *",
        "1-5 * * * *",
        "5 24 * * *",
        "* * 1 * *",
        "a * * * *"
      })
  void what_is_not_understood_is_refused(String line) {
    assertThatThrownBy(() -> CronLine.parse(line)).hasMessageEndingWith("got '" + line + "'");
  }
}
