package dev.maestro.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeLoadTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T12:05:00Z");

  @Test
  void a_number_takes_the_place_of_a_thousand_tenants() {
    assertThat(ShapeLoad.tenants("50")).isEqualTo(50);
    assertThat(ShapeLoad.tenants("2500")).isEqualTo(2_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9", "0009", "2501", "-50", "1e3", "fifty", "100000"})
  void a_number_that_is_none_is_refused_with_the_variable_and_its_range(String text) {
    assertThatThrownBy(() -> ShapeLoad.tenants(text))
        .hasMessage("MAESTRO_BENCH_TENANTS must be from 10 to 2500 tenants, got '" + text + "'");
  }

  @Test
  void a_slot_in_its_first_half_is_taken_at_once() {
    Clock clock = Clock.fixed(BEGIN.plusSeconds(149), ZoneOffset.UTC);
    assertThat(SlotClock.of(10).next(clock, Instant.EPOCH)).isEqualTo(new Slot(BEGIN));
  }

  @Test
  void a_slot_lasts_longer_the_more_tenants_there_are_and_never_longer_than_five_minutes() {
    Duration slot = Duration.ofMinutes(5);
    assertThat(SlotClock.of(10).real(slot)).isEqualTo(Duration.ofSeconds(5));
    assertThat(SlotClock.of(1_000).real(slot)).isEqualTo(Duration.ofMinutes(2));
    assertThat(SlotClock.of(2_500).real(slot)).isEqualTo(slot);
  }

  @Test
  void the_functions_take_its_text() {
    Map<String, String> environment =
        Map.of(
            "GOOGLE_CLOUD_PROJECT",
            "demo-shape",
            "FIRESTORE_EMULATOR_HOST",
            "127.0.0.1:1",
            LocalClock.VARIABLE,
            SlotClock.of(1_000).text());
    assertThat(LocalClock.of(CloudSettings.read(environment))).isInstanceOf(LocalClock.class);
  }
}
