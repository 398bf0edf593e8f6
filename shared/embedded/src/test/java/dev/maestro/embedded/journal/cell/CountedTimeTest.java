package dev.maestro.embedded.journal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.format.TimeRule.Unit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A count is the time that it counts, however it is written. */
class CountedTimeTest {
  @ParameterizedTest
  @CsvSource({
    "1515568800, SECONDS, 2018-01-10T07:20:00Z",
    "1515568800.0, SECONDS, 2018-01-10T07:20:00Z",
    "1515568800.25, SECONDS, 2018-01-10T07:20:00.250Z",
    "1.5155688E9, SECONDS, 2018-01-10T07:20:00Z",
    "1515568800000, MILLIS, 2018-01-10T07:20:00Z",
    "1515568800000.0, MILLIS, 2018-01-10T07:20:00Z",
    "1515568800000.5, MILLIS, 2018-01-10T07:20:00.000500Z",
    "1515568800000000001, NANOS, 2018-01-10T07:20:00.000000001Z",
    "1515568800000000001.7, NANOS, 2018-01-10T07:20:00.000000001Z",
    "9223372036854775807, NANOS, 2262-04-11T23:47:16.854775807Z",
    "9999999999999999999, NANOS, 2286-11-20T17:46:39.999999999Z",
    "0, MILLIS, 1970-01-01T00:00:00Z",
    "-1, SECONDS, 1969-12-31T23:59:59Z"
  })
  void a_count_is_its_time(String text, Unit unit, Instant time) {
    assertThat(CountedTime.read(text, unit)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1.0.0", "1e400", "12:30", "NaN", "9999999999999999999", "0x10"})
  void what_no_clock_can_show_is_no_time(String text) {
    assertThat(CountedTime.read(text, Unit.SECONDS)).isEmpty();
  }

  @Test
  void a_usual_count_and_its_exact_reading_agree() {
    for (long count = 1; count < 4_000_000_000_000_000L; count = count * 3 + 1) {
      for (Unit unit : new Unit[] {Unit.SECONDS, Unit.MILLIS, Unit.NANOS}) {
        assertThat(CountedTime.read(count + "", unit))
            .as("%s %s", count, unit)
            .isEqualTo(CountedTime.read(count + ".00", unit));
      }
    }
  }
}
