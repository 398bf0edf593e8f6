package dev.maestro.engine.signal;

import static dev.maestro.engine.signal.Spoken.NOW;
import static dev.maestro.engine.signal.Spoken.SLOT;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.name.StrategyName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTimeTest {
  private static Signal generatedAt(Object time) {
    return sell("AAPL").with("generated_at", time).by("trend");
  }

  @Test
  void a_signal_may_come_from_up_to_one_minute_ahead() {
    Instant ahead = NOW.plus(Duration.ofMinutes(1));
    assertThat(generatedAt(ahead).error()).isEmpty();
    assertThat(generatedAt(ahead).generatedAt()).isEqualTo(ahead);
    assertThat(generatedAt(ahead.plusMillis(1)).error())
        .hasValueSatisfying(
            error -> assertThat(error).startsWith("generated_at must be at most one minute after"));
  }

  @Test
  void a_time_may_be_a_text_with_an_offset_or_an_instant() {
    assertThat(generatedAt("2026-03-02T09:30:00-05:00").generatedAt()).isEqualTo(SLOT);
    assertThat(generatedAt(" 2026-03-02T14:30Z ").generatedAt()).isEqualTo(SLOT);
    assertThat(generatedAt(SLOT).generatedAt()).isEqualTo(SLOT);
  }

  @Test
  void a_signal_lives_ten_minutes_at_most() {
    Instant latest = SLOT.plus(Duration.ofMinutes(10));
    assertThat(sell("A").by("trend").expiresAt()).isEqualTo(latest);
    assertThat(sell("A").with("expires_at", latest.plusMillis(1)).by("trend").expiresAt())
        .isEqualTo(latest);
    Signal eternal = sell("A").with("expires_at", "9999-12-31T23:59:59Z").by("trend");
    assertThat(eternal.error()).isEmpty();
    assertThat(eternal.expiresAt()).isEqualTo(latest);
    assertThat(sell("A").with("expires_at", latest.minusMillis(1)).by("trend").expiresAt())
        .isEqualTo(latest.minusMillis(1));
  }

  @Test
  void a_signal_counts_until_it_expires() {
    Signal signal = sell("A").with("expires_at", NOW).by("trend");
    assertThat(signal.isExpiredAt(NOW.minusMillis(1))).isFalse();
    assertThat(signal.isExpiredAt(NOW)).isTrue();
    assertThat(signal.isExpiredAt(NOW.plusMillis(1))).isTrue();
  }

  @Test
  void a_signal_that_expires_before_it_is_made_never_counts() {
    Signal signal = sell("A").with("expires_at", SLOT.minusSeconds(1)).by("trend");
    assertThat(signal.isExpiredAt(SLOT)).isTrue();
  }

  private static Signal kept(Optional<Instant> receivedAt, Optional<Instant> expiresAt) {
    return SignalReader.sent(
        new StrategyName("trend"),
        Optional.of(Map.of("action", "SELL", "symbol", "AAPL")),
        receivedAt,
        expiresAt,
        NOW);
  }

  @Test
  void a_signal_without_a_time_is_as_old_as_its_receipt_and_keeps_its_id() {
    Signal signal = kept(Optional.of(SLOT), Optional.empty());
    assertThat(signal.generatedAt()).isEqualTo(SLOT);
    assertThat(signal.signalId()).isEqualTo(SLOT.toString());
    assertThat(signal.isLiveAt(SLOT.plus(Signal.LIFETIME))).isFalse();
    assertThat(kept(Optional.of(NOW.plusSeconds(61)), Optional.empty()).error()).isPresent();
  }

  @Test
  void a_signal_of_which_nobody_knows_when_it_was_made_is_an_error() {
    assertThat(kept(Optional.empty(), Optional.of(NOW.plusSeconds(60))).error())
        .hasValueSatisfying(error -> assertThat(error).startsWith("generated_at must be a time"));
  }

  @Test
  void no_signal_outlives_what_its_inbox_gave_it() {
    Instant end = SLOT.plusSeconds(30);
    assertThat(kept(Optional.of(SLOT), Optional.of(end)).expiresAt()).isEqualTo(end);
    assertThat(kept(Optional.of(SLOT), Optional.of(Instant.MAX)).expiresAt())
        .isEqualTo(SLOT.plus(Signal.LIFETIME));
  }

  @Test
  void its_id_is_what_it_says_or_when_it_was_made() {
    assertThat(sell("A").with("signal_id", " s-1 ").by("trend").signalId()).isEqualTo("s-1");
    assertThat(sell("A").with("signal_id", "x".repeat(200)).by("trend").error()).isEmpty();
    assertThat(generatedAt("2026-03-02T15:30:00+01:00").signalId())
        .isEqualTo("2026-03-02T14:30:00Z");
    assertThat(sell("A").by("trend").signalId()).isEqualTo("2026-03-02T14:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01T00:00:00+18:00",
        "-999999999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
        "-0001-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z"
      })
  void a_time_of_another_age_can_be_recorded_or_is_no_time(String time) {
    for (String field : List.of("generated_at", "expires_at")) {
      Signal signal = sell("A").with(field, time).by("trend");
      assertThat(CanonicalJson.time(signal.generatedAt())).hasSize(24);
      assertThat(CanonicalJson.time(signal.expiresAt())).hasSize(24);
    }
  }

  @Test
  void the_ends_of_time_can_be_recorded_or_are_no_times() {
    for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
      for (String field : List.of("generated_at", "expires_at")) {
        Signal signal = sell("A").with(field, end).by("trend");
        assertThat(CanonicalJson.time(signal.generatedAt())).hasSize(24);
        assertThat(CanonicalJson.time(signal.expiresAt())).hasSize(24);
      }
    }
  }

  @Test
  void what_cannot_be_read_lives_ten_minutes_too() {
    Signal unreadable = SignalReader.read(new StrategyName("trend"), Optional.empty(), SLOT, NOW);
    assertThat(unreadable.expiresAt()).isEqualTo(SLOT.plus(Duration.ofMinutes(10)));
  }
}
