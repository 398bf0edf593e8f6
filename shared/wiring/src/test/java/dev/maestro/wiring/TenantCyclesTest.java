package dev.maestro.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.emulator.SharedEmulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantCyclesTest {
  private static final Firestore FIRESTORE = CloudFirestore.open(settings("SAFE"), new IoMeter());

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void a_profile_that_does_not_exist_stops_the_start_with_the_valid_names() {
    assertThatThrownBy(() -> start("nonsense"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("SAFE, AGGRESSIVE or STANDARD");
  }

  @Test
  void the_start_says_which_profile_is_loaded() {
    start("aggressive");
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("SafeLoad AGGRESSIVE profile: ");
  }

  private void start(String profile) {
    CloudParts parts =
        new CloudParts(
            "conduct",
            settings(profile),
            FIRESTORE,
            CloudLog.to(new PrintStream(log, true, StandardCharsets.UTF_8)),
            Clock.systemUTC());
    assertThat(new TenantCycles(parts, new CalmMarket())).isNotNull();
  }

  private static CloudSettings settings(String profile) {
    return CloudSettings.read(
        Map.of(
            "GOOGLE_CLOUD_PROJECT",
            "demo-wiring",
            "FIRESTORE_EMULATOR_HOST",
            SharedEmulator.firestore(),
            "ORCH_PROFILE",
            profile));
  }
}
