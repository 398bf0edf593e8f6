package dev.maestro.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarHistoryTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Bar bar(int hoursAfterNoon) {
    return new Bar(NOON.plus(HOUR.multipliedBy(hoursAfterNoon)), 10, 11, 9, 10, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 11, 9, 10, 5",
    "10, NaN, 9, 10, 5",
    "10, 11, NaN, 10, 5",
    "10, 11, 9, NaN, 5",
    "10, 11, 9, 10, NaN",
    "10, Infinity, 9, 10, 5",
    "10, 11, 9, 10, Infinity",
    "10, 11, 9, 10, -1",
    "0, 11, 0, 10, 5",
    "10, 11, -1, 10, 5",
    "12, 11, 9, 10, 5",
    "10, 11, 9, 12, 5",
    "8, 11, 9, 10, 5",
    "10, 11, 9, 8, 5"
  })
  void numbers_that_cannot_be_a_bar_are_refused(
      double open, double high, double low, double close, double volume) {
    assertThat(Bar.read(NOON, open, high, low, close, volume)).isEmpty();
    assertThatThrownBy(() -> new Bar(NOON, open, high, low, close, volume))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite prices above 0");
  }

  @Test
  void a_bar_may_be_a_single_price_without_volume() {
    assertThat(Bar.read(NOON, 10, 10, 10, 10, 0)).isPresent();
  }

  @Test
  void bars_stand_in_the_order_of_distinct_starts() {
    assertThatThrownBy(() -> new BarHistory(HOUR, List.of(bar(1), bar(0))))
        .hasMessageContaining("distinct starts");
    assertThatThrownBy(() -> new BarHistory(HOUR, List.of(bar(1), bar(1))))
        .hasMessageContaining("distinct starts");
    assertThatThrownBy(() -> new BarHistory(Duration.ZERO, List.of()))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> new BarHistory(HOUR.negated(), List.of()))
        .hasMessageContaining("above 0");
  }

  @Test
  void only_what_follows_the_newest_unusable_row_is_kept() {
    List<Optional<Bar>> rows =
        List.of(Optional.of(bar(0)), Optional.empty(), Optional.of(bar(2)), Optional.of(bar(3)));
    assertThat(BarHistory.afterUnusable(HOUR, rows).bars()).containsExactly(bar(2), bar(3));
  }

  @Test
  void a_bar_counts_once_it_is_closed() {
    BarHistory history = new BarHistory(HOUR, List.of(bar(0), bar(1)));
    assertThat(history.closedBy(NOON.plus(HOUR).minusNanos(1)).bars()).isEmpty();
    assertThat(history.closedBy(NOON.plus(HOUR)).bars()).containsExactly(bar(0));
    assertThat(history.closedBy(NOON.plus(HOUR).plus(HOUR)).bars()).hasSize(2);
  }

  @Test
  void a_history_is_fresh_for_three_bar_lengths_after_its_newest_close() {
    BarHistory history = new BarHistory(HOUR, List.of(bar(0)));
    assertThat(history.isFreshAt(NOON.plus(HOUR.multipliedBy(4)))).isTrue();
    assertThat(history.isFreshAt(NOON.plus(HOUR.multipliedBy(4)).plusNanos(1))).isFalse();
    assertThat(new BarHistory(HOUR, List.of()).isFreshAt(NOON)).isFalse();
  }

  @Test
  void thresholds_are_refused_with_all_their_errors() {
    assertThatThrownBy(() -> new MarketThresholds(0, 0, -1))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused -> assertThat(refused.errors()).hasSize(3));
    assertThatThrownBy(() -> new MarketThresholds(Double.NaN, 1.1, Double.NaN))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused -> assertThat(refused.errors()).hasSize(3));
    assertThatThrownBy(() -> new MarketThresholds(0.05, 0.05, 0)).hasMessageContaining("above");
    assertThat(new MarketThresholds(0.03, 1, 0).highSpreadBps()).isZero();
  }
}
