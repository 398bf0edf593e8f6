package dev.maestro.engine.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.market.BarHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarsBodyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  private static Map<String, Object> bar(String start) {
    Map<String, Object> bar = new LinkedHashMap<>();
    bar.put("start", start);
    bar.putAll(Map.of("open", "10", "high", 12L, "low", "9.5", "close", "11", "volume", 0L));
    return bar;
  }

  private static BarHistory read(Object minutes, List<?> bars) {
    return Fields.of("", Map.of("bar_minutes", minutes, "bars", bars))
        .wholly(body -> BarsBody.read(body, NOW));
  }

  private static String refused(List<?> bars) {
    try {
      read(5L, bars);
      return "taken";
    } catch (UnreadableValueException refused) {
      return refused.field();
    }
  }

  @Test
  void bars_that_are_over_and_apart_are_read_as_they_stand() {
    BarHistory read =
        read(5L, List.of(bar("2026-03-02T14:00:00Z"), bar("2026-03-02T14:55:00.000Z")));

    assertThat(read.barLength()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read.bars()).hasSize(2);
    assertThat(read.bars().get(0).low()).isEqualTo(9.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T14:55:00.001Z",
        "2026-03-02T15:00:00Z",
        "2099-01-01T00:00:00Z",
        "2026-03-02T14:50:00.000001Z",
        "1969-12-31T23:59:59Z",
        "yesterday"
      })
  void a_bar_that_is_not_over_or_has_no_time_refuses_all_of_them(String start) {
    assertThat(refused(List.of(bar("2026-03-02T14:00:00Z"), bar(start))))
        .isEqualTo("bars[1].start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T14:00:00Z", "2026-03-02T13:55:00Z", "2026-03-02T14:04:59Z"})
  void a_bar_twice_one_out_of_order_and_one_that_overlaps_are_named(String second) {
    assertThat(refused(List.of(bar("2026-03-02T14:00:00Z"), bar(second))))
        .isEqualTo("bars[1].start");
  }

  @ParameterizedTest
  @CsvSource({
    "high, 9, bars[0]",
    "low, 11.5, bars[0]",
    "low, 0, bars[0]",
    "open, -1, bars[0]",
    "close, NaN, bars[0].close",
    "volume, -1, bars[0]",
    "volume, much, bars[0].volume",
    "spread, 1, bars[0].spread",
  })
  void figures_that_no_period_has_and_names_that_no_bar_has_are_named(
      String field, String value, String named) {
    Map<String, Object> bar = bar("2026-03-02T14:00:00Z");
    bar.put(field, value);
    assertThat(refused(List.of(bar))).isEqualTo(named);
  }

  @Test
  void a_bar_without_a_figure_is_none() {
    Map<String, Object> bar = bar("2026-03-02T14:00:00Z");
    bar.remove("volume");
    assertThat(refused(List.of(bar))).isEqualTo("bars[0].volume");
    assertThat(refused(Collections.singletonList(null))).isEqualTo("bars[0]");
    assertThat(refused(List.of("a bar"))).isEqualTo("bars[0]");
  }

  @Test
  void there_are_1_to_200_of_1_to_1440_minutes() {
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      bars.add(bar(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(300L * i).toString()));
    }
    assertThat(read(5L, bars).bars()).hasSize(200);
    bars.add(bar("2026-03-02T14:00:00Z"));
    assertThat(refused(bars)).isEqualTo("bars");
    assertThat(refused(List.of())).isEqualTo("bars");
    for (Object minutes : List.of(0L, 1441L, -5L, "x", "1.5")) {
      assertThatThrownBy(() -> read(minutes, List.of(bar("2026-03-01T00:00:00Z"))))
          .isInstanceOf(UnreadableValueException.class)
          .hasMessageContaining("bar_minutes must be a whole number from 1 to 1440");
    }
    assertThat(read(1440L, List.of(bar("2026-03-01T00:00:00Z"))).bars()).hasSize(1);
  }
}
