package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.Rows.read;
import static dev.maestro.engine.journal.Rows.trade;
import static dev.maestro.engine.journal.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.TradeReading.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-30T10:00:00Z, 2026-01-30T10:00:00Z",
    "2026-01-30T10:00Z, 2026-01-30T10:00:00Z",
    "2026-01-30T10:00+00:00, 2026-01-30T10:00:00Z",
    "2026-01-30T10:00-00:00, 2026-01-30T10:00:00Z",
    "2026-01-30T10:00:00+01:00, 2026-01-30T09:00:00Z",
    "2026-01-30T10:00+05:30, 2026-01-30T04:30:00Z",
    "2026-01-30T10:00:00-08:00, 2026-01-30T18:00:00Z",
    "2026-01-30T10:00:00+18:00, 2026-01-29T16:00:00Z",
    "2026-01-30T10:00:00.5Z, 2026-01-30T10:00:00.5Z",
    "2026-01-30T10:00:00.123456789Z, 2026-01-30T10:00:00.123456789Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void a_time_with_an_offset_is_read_to_the_nanosecond(String text, Instant time) {
    assertThat(trade(with("closed_at", text)).closedAt()).isEqualTo(time);
  }

  @Test
  void white_space_around_a_time_is_trimmed() {
    assertThat(trade(with("closed_at", " 2026-01-30T10:00Z\t")).closedAt())
        .isEqualTo("2026-01-30T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "2026-01-30",
        "2026-01-30T10:00:00",
        "2026-01-30T10:00",
        "2026-01-30 10:00:00Z",
        "2026-01-30 10:00:00",
        "2026-01-30T10Z",
        "10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2025-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-01-32T10:00:00Z",
        "2026-01-30T25:00:00Z",
        "2026-01-30T10:60:00Z",
        "2026-01-30T10:00:60Z",
        "2026-01-30T10:00:61Z",
        "2026-01-30T10:00:00+19:00",
        "2026-01-30T10:00:00+1",
        "2026-01-30T10:00:00 Z",
        "2026-01-30T10:00:00CET",
        "2026-01-30T10:00:00Z[UTC]",
        "2026-01-30T10:00:00.1234567891Z",
        "26-01-30T10:00:00Z",
        "20260130T100000Z",
        "01/30/2026 10:00:00",
        "1769767200",
        "٢٠٢٦-01-30T10:00:00Z"
      })
  void a_time_without_an_offset_or_out_of_shape_is_no_time(String text) {
    assertThat(read(with("closed_at", text)))
        .isEqualTo(new Rejected("t1", RejectReason.BAD_TIME_CLOSED_AT));
  }

  static List<Object> otherTypes() {
    return List.of(
        1769767200L,
        1769767200.5,
        true,
        List.of("2026-01-30T10:00:00Z"),
        Map.of("seconds", 1769767200L),
        LocalDate.of(2026, 1, 30),
        OffsetDateTime.parse("2026-01-30T10:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("otherTypes")
  void only_timestamps_and_text_are_times(Object value) {
    assertThat(read(with("closed_at", value)))
        .isEqualTo(new Rejected("t1", RejectReason.BAD_TIME_CLOSED_AT));
  }

  @Test
  void a_timestamp_is_taken_as_it_is() {
    Instant time = Instant.parse("2026-01-30T10:00:00.000000001Z");
    assertThat(trade(with("closed_at", time)).closedAt()).isEqualTo(time);
  }

  @Test
  void a_time_that_no_timestamp_can_hold_is_no_time() {
    for (Object time :
        List.of(
            Instant.parse("0001-01-01T00:00:00Z").minusNanos(1),
            Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1),
            Instant.MIN,
            Instant.MAX,
            "0000-12-31T23:59:59Z",
            "-2026-01-30T10:00:00Z",
            "+12026-01-30T10:00:00Z")) {
      assertThat(read(with("closed_at", time)))
          .as(time.toString())
          .isEqualTo(new Rejected("t1", RejectReason.BAD_TIME_CLOSED_AT));
    }
  }

  @Test
  void the_first_and_last_timestamps_are_times() {
    Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
    assertThat(trade(with("closed_at", Instant.parse("0001-01-01T00:00:00Z"))).tradeId())
        .isEqualTo("t1");
    assertThat(TradeReader.read(RawTrade.of(with("closed_at", last)), "", last))
        .isInstanceOf(TradeReading.Usable.class);
  }
}
