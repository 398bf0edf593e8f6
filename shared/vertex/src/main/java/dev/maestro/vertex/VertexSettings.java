package dev.maestro.vertex;

import dev.maestro.engine.config.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which model is asked, and where.
 *
 * @param project that is billed
 * @param location {@code global}, or a region such as {@code europe-west4}
 * @param model its id
 * @param emulator host and port of a server on this machine, asked in plain text and without
 *     credentials; empty: Google Cloud
 */
public record VertexSettings(
    String project, String location, String model, Optional<String> emulator) {
  /** Where none is named. */
  public static final String STANDARD_MODEL = "gemini-3.5-flash-lite";

  /** The variables that set a narrator up: one of them is enough. */
  public static final List<String> VARIABLES =
      List.of("VERTEX_AI_LOCATION", "VERTEX_AI_MODEL_ID", "VERTEX_AI_PROJECT_ID");

  private static final String EMULATOR = "VERTEX_AI_EMULATOR_HOST";
  private static final String FIRESTORE_EMULATOR = "FIRESTORE_EMULATOR_HOST";
  private static final String GLOBAL = "global";

  /**
   * Reads the environment. On an emulator of Firestore nothing is ever asked in the cloud: there
   * only {@code VERTEX_AI_EMULATOR_HOST} sets a narrator up, and elsewhere it must not be set.
   *
   * @return empty if no narrator is set up
   * @throws InvalidConfigurationException with all errors at once
   */
  public static Optional<VertexSettings> read(Map<String, String> environment) {
    return isSetUp(environment) ? Optional.of(checked(environment)) : Optional.empty();
  }

  private static boolean isSetUp(Map<String, String> environment) {
    boolean isEmulated = value(environment, FIRESTORE_EMULATOR).isPresent();
    return value(environment, EMULATOR).isPresent()
        || (!isEmulated
            && VARIABLES.stream().anyMatch(name -> value(environment, name).isPresent()));
  }

  private static VertexSettings checked(Map<String, String> environment) {
    Optional<String> emulator = value(environment, EMULATOR);
    List<String> errors = new ArrayList<>();
    if (emulator.isPresent() && value(environment, FIRESTORE_EMULATOR).isEmpty()) {
      errors.add(EMULATOR + " is for an emulator only: unset it");
    }
    String project =
        checked(
            "VERTEX_AI_PROJECT_ID",
            Stream.of("VERTEX_AI_PROJECT_ID", "FIREBASE_PROJECT_ID", "GOOGLE_CLOUD_PROJECT")
                .flatMap(name -> value(environment, name).stream())
                .findFirst()
                .orElse(""),
            "[a-z0-9.:-]{1,63}",
            errors);
    String location =
        checked(
            "VERTEX_AI_LOCATION",
            value(environment, "VERTEX_AI_LOCATION").orElse(GLOBAL),
            "[a-z0-9-]{1,40}",
            errors);
    String model =
        checked(
            "VERTEX_AI_MODEL_ID",
            value(environment, "VERTEX_AI_MODEL_ID").orElse(STANDARD_MODEL),
            "[A-Za-z0-9_.@-]{1,100}",
            errors);
    emulator.ifPresent(host -> checked(EMULATOR, host, "(127\\.0\\.0\\.1|localhost):\\d+", errors));
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return new VertexSettings(project, location, model, emulator);
  }

  /** Host and port that are asked. */
  String endpoint() {
    String host =
        location.equals(GLOBAL)
            ? "aiplatform.googleapis.com:443"
            : location + "-aiplatform.googleapis.com:443";
    return emulator.orElse(host);
  }

  /** The model as the service names it. */
  String resource() {
    return "projects/" + project + "/locations/" + location + "/publishers/google/models/" + model;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
  }

  private static String checked(String name, String value, String form, List<String> errors) {
    if (!value.matches(form)) {
      errors.add(name + " must match " + form + ", got '" + value + "'");
    }
    return value;
  }
}
