package dev.maestro.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VertexSettingsTest {
  @Test
  void a_project_alone_asks_nobody() {
    assertThat(VertexSettings.read(Map.of("GOOGLE_CLOUD_PROJECT", "acme"))).isEmpty();
  }

  @Test
  void a_location_sets_a_narrator_up_with_the_standard_model_in_the_same_project() {
    VertexSettings settings =
        VertexSettings.read(Map.of("GOOGLE_CLOUD_PROJECT", "acme", "VERTEX_AI_LOCATION", "global"))
            .orElseThrow();
    assertThat(settings.endpoint()).isEqualTo("aiplatform.googleapis.com:443");
    assertThat(settings.resource())
        .isEqualTo("projects/acme/locations/global/publishers/google/models/gemini-3.5-flash-lite");
  }

  @Test
  void a_region_has_an_endpoint_of_its_own_and_the_projects_have_their_order() {
    VertexSettings settings =
        VertexSettings.read(
                Map.of(
                    "GOOGLE_CLOUD_PROJECT", "third",
                    "FIREBASE_PROJECT_ID", "second",
                    "VERTEX_AI_PROJECT_ID", "first",
                    "VERTEX_AI_LOCATION", "europe-west4",
                    "VERTEX_AI_MODEL_ID", "gemini-4"))
            .orElseThrow();
    assertThat(settings.endpoint()).isEqualTo("europe-west4-aiplatform.googleapis.com:443");
    assertThat(settings.resource())
        .isEqualTo("projects/first/locations/europe-west4/publishers/google/models/gemini-4");
  }

  @Test
  void on_an_emulator_nothing_is_asked_in_the_cloud() {
    Map<String, String> emulated =
        Map.of(
            "FIRESTORE_EMULATOR_HOST", "127.0.0.1:8080",
            "GOOGLE_CLOUD_PROJECT", "demo-acme",
            "VERTEX_AI_LOCATION", "global");
    assertThat(VertexSettings.read(emulated)).isEqualTo(Optional.empty());
  }

  @Test
  void all_that_cannot_be_used_is_named_at_once() {
    assertThatThrownBy(
            () ->
                VertexSettings.read(
                    Map.of(
                        "VERTEX_AI_LOCATION", "evil.example/",
                        "VERTEX_AI_MODEL_ID", "../models",
                        "VERTEX_AI_EMULATOR_HOST", "evil.example:1")))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid -> assertThat(invalid.errors()).hasSize(5));
  }
}
