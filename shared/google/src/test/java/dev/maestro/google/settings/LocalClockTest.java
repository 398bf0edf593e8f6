package dev.maestro.google.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time may run faster on an emulator, and nowhere else. */
class LocalClockTest {
  private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

  private static CloudSettings settings(String project, String emulator, String variable) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("GOOGLE_CLOUD_PROJECT", project);
    environment.put("FIRESTORE_EMULATOR_HOST", emulator);
    environment.put(LocalClock.VARIABLE, variable);
    return CloudSettings.read(environment);
  }

  private static Clock at(Instant system, String variable) {
    return LocalClock.of(
        settings("demo-x", "127.0.0.1:1", variable), Clock.fixed(system, ZoneOffset.UTC));
  }

  @Test
  void ten_seconds_are_a_slot_at_thirty_times_the_speed() {
    assertThat(at(START.plusSeconds(10), START + "/30").instant())
        .isEqualTo(START.plus(Duration.ofMinutes(5)));
  }

  @Test
  void it_leaves_the_systems_clock_at_its_start_and_never_goes_before_it() {
    assertThat(at(START, START + "/30").instant()).isEqualTo(START);
    assertThat(at(START.minusSeconds(60), START + "/30").instant()).isEqualTo(START);
  }

  @Test
  void without_the_variable_it_is_the_systems_clock_in_utc() {
    assertThat(LocalClock.of(settings("real", "", ""))).isEqualTo(Clock.systemUTC());
  }

  @Test
  void another_zone_shows_the_same_time() {
    Clock clock = at(START.plusSeconds(10), START + "/30").withZone(ZoneId.of("Asia/Tokyo"));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(300));
    assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void outside_an_emulator_or_a_demo_project_start_up_fails() {
    for (CloudSettings real :
        new CloudSettings[] {
          settings("demo-x", "", START + "/30"), settings("real", "127.0.0.1:1", START + "/30")
        }) {
      assertThatThrownBy(() -> LocalClock.of(real))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("MAESTRO_LOCAL_CLOCK is for a demo- project on an emulator only");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30",
        "2026-01-05T12:00:00Z",
        "yesterday/30",
        "2026-01-05T12:00:00Z/fast",
        "2026-01-05T12:00:00Z/0.5",
        "2026-01-05T12:00:00Z/301",
        "2026-01-05T12:00:00Z/NaN",
        "2026-01-05T12:00:00Z/30/2"
      })
  void a_malformed_variable_stops_start_up(String variable) {
    assertThatThrownBy(() -> at(START, variable))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("got '" + variable + "'");
  }
}
