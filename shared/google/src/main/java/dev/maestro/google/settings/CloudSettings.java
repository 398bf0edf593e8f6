package dev.maestro.google.settings;

import dev.maestro.engine.config.InvalidConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about the project.
 *
 * @param projectId of Google Cloud
 * @param firestoreEmulator host and port; empty: the real Firestore
 * @param pubsubEmulator host and port; empty: the real Pub/Sub
 * @param cyclesTopic where orchestrate publishes slots
 * @param isFanoutInline true: orchestrate runs the cycles itself
 * @param slotLease how long a delivery may be at a slot before another one takes it over
 * @param strategyFolder jars with strategies that run in process; empty: the built-in ones alone
 * @param environment all variables, for the profile of the trading policy
 */
public record CloudSettings(
    String projectId,
    Optional<String> firestoreEmulator,
    Optional<String> pubsubEmulator,
    String cyclesTopic,
    boolean isFanoutInline,
    Duration slotLease,
    Optional<Path> strategyFolder,
    Map<String, String> environment) {
  private static final String DEMO_PREFIX = "demo-";

  /** Keeps its own map. */
  public CloudSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * A project of a Firestore emulator, and nothing else that is set.
   *
   * @param firestoreHost {@code 127.0.0.1:8080}
   */
  public static CloudSettings emulated(String project, String firestoreHost) {
    return read(Map.of("GOOGLE_CLOUD_PROJECT", project, "FIRESTORE_EMULATOR_HOST", firestoreHost));
  }

  /**
   * Reads the environment.
   *
   * @throws InvalidConfigurationException with all errors at once
   */
  public static CloudSettings read(Map<String, String> environment) {
    List<String> errors = new ArrayList<>();
    String project =
        first(environment, "GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT", "FIREBASE_PROJECT_ID")
            .orElse("");
    if (project.isEmpty()) {
      errors.add("GOOGLE_CLOUD_PROJECT must name the project");
    }
    Optional<String> firestore = host(environment, "FIRESTORE_EMULATOR_HOST", errors);
    Optional<String> pubsub = host(environment, "PUBSUB_EMULATOR_HOST", errors);
    String fanout = first(environment, "MAESTRO_FANOUT").orElse("pubsub");
    if (!fanout.equals("pubsub") && !fanout.equals("inline")) {
      errors.add("MAESTRO_FANOUT must be pubsub or inline, got '" + fanout + "'");
    }
    Duration slotLease = slotLease(environment, errors);
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return new CloudSettings(
        project,
        firestore,
        pubsub,
        first(environment, "MAESTRO_CYCLES_TOPIC").orElse("maestro-cycles"),
        fanout.equals("inline"),
        slotLease,
        first(environment, "MAESTRO_STRATEGIES").map(Path::of),
        environment);
  }

  /** True on an emulator with a demo project, where unsigned tokens are accepted. */
  public boolean acceptsUnsignedTokens() {
    return firestoreEmulator.isPresent() && projectId.startsWith(DEMO_PREFIX);
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static Duration slotLease(Map<String, String> environment, List<String> errors) {
    String seconds = first(environment, "MAESTRO_SLOT_LEASE_SECONDS").orElse("60");
    if (!seconds.matches("[1-9][0-9]{0,2}")) {
      errors.add("MAESTRO_SLOT_LEASE_SECONDS must be from 1 to 999, got '" + seconds + "'");
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static Optional<String> host(
      Map<String, String> environment, String name, List<String> errors) {
    Optional<String> host = first(environment, name);
    if (host.filter(text -> !text.matches("[A-Za-z0-9.\\[\\]:-]+:[0-9]{1,5}")).isPresent()) {
      errors.add(name + " must be host:port, got '" + host.get() + "'");
    }
    return host;
  }
}
