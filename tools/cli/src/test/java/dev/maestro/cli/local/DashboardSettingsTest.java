package dev.maestro.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.UsageException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardSettingsTest {
  private static DashboardSettings settings(Optional<String> auth) {
    return new DashboardSettings("demo-x", 8080, DemoPeople.lookers(), auth);
  }

  @Test
  void without_an_emulator_of_auth_people_sign_in_with_one_click() {
    DashboardSettings settings = settings(Optional.empty());
    assertThat(settings.json())
        .isEqualTo(
            "{\"format\":1,\"project\":\"demo-x\",\"api\":\"\","
                + "\"firestoreEmulator\":\"127.0.0.1:8080\",\"demo\":{\"tenant\":\"demo\",\"people\":["
                + "{\"uid\":\"viewer\",\"role\":\"viewer\"},"
                + "{\"uid\":\"operator\",\"role\":\"operator\"},"
                + "{\"uid\":\"demo-user\",\"role\":\"admin\"}]}}");
    assertThat(settings.connections()).containsExactly("http://127.0.0.1:8080");
  }

  @Test
  void with_one_the_page_asks_for_a_real_sign_in_and_may_call_it() {
    DashboardSettings settings = settings(Optional.of("localhost:9099"));
    assertThat(settings.json())
        .contains("\"authEmulator\":\"http://localhost:9099\"")
        .doesNotContain("\"demo\":");
    assertThat(settings.connections())
        .containsExactly("http://127.0.0.1:8080", "http://localhost:9099");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9099", "example.com:9099", "127.0.0.1:0", "localhost:1; script-src *"})
  void an_emulator_that_is_not_on_this_machine_is_refused(String host) {
    assertThatThrownBy(() -> settings(Optional.of(host)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "FIREBASE_AUTH_EMULATOR_HOST must be like 127.0.0.1:9099, on this machine; got '"
                + host
                + "'");
  }
}
