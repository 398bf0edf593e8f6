package dev.maestro.local.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the jars of the official emulators on this machine. */
public final class EmulatorJars {
  private static final String DEBIAN_SDK = "/usr/lib/google-cloud-sdk";

  private final Map<String, String> environment;

  /** Looks where this environment points. */
  public EmulatorJars(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The Firestore emulator: {@code FIRESTORE_EMULATOR_JAR}, the Google Cloud SDK, or the cache of
   * Firebase's tools.
   *
   * @throws IllegalStateException saying how to get it
   */
  public Path firestore() {
    Optional<Path> named =
        Optional.ofNullable(environment.get("FIRESTORE_EMULATOR_JAR")).map(Path::of);
    if (named.isPresent()) {
      return named
          .filter(Files::isRegularFile)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "FIRESTORE_EMULATOR_JAR names no file, got " + named.get()));
    }
    return inSdk("cloud-firestore-emulator", "cloud-firestore-emulator.*\\.jar")
        .or(() -> newest(firebaseCache(), "cloud-firestore-emulator-v.*\\.jar"))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the Firestore emulator is not on this machine: install it with 'gcloud"
                        + " components install cloud-firestore-emulator' (Debian: package"
                        + " google-cloud-cli-firestore-emulator), or name its jar in"
                        + " FIRESTORE_EMULATOR_JAR"));
  }

  /**
   * The Pub/Sub emulator of the Google Cloud SDK, or {@code PUBSUB_EMULATOR_JAR}.
   *
   * @throws IllegalStateException saying how to get it
   */
  public Path pubsub() {
    return Optional.ofNullable(environment.get("PUBSUB_EMULATOR_JAR"))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .or(() -> inSdk("pubsub-emulator/lib", "cloud-pubsub-emulator-.*-all\\.jar"))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the Pub/Sub emulator is not on this machine: install it with 'gcloud"
                        + " components install pubsub-emulator' (Debian: package"
                        + " google-cloud-cli-pubsub-emulator), or name its jar in"
                        + " PUBSUB_EMULATOR_JAR"));
  }

  private Optional<Path> inSdk(String folder, String pattern) {
    return sdkRoots().stream()
        .map(root -> newest(root.resolve("platform").resolve(folder), pattern))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private List<Path> sdkRoots() {
    List<Path> roots = new ArrayList<>();
    Optional.ofNullable(environment.get("CLOUDSDK_ROOT_DIR")).map(Path::of).ifPresent(roots::add);
    gcloud().map(program -> program.resolve("../..").normalize()).ifPresent(roots::add);
    roots.add(Path.of(DEBIAN_SDK));
    return roots;
  }

  private Optional<Path> gcloud() {
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Path program = Path.of(folder, "gcloud");
      if (!folder.isBlank() && Files.isExecutable(program)) {
        try {
          return Optional.of(program.toRealPath());
        } catch (IOException broken) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Path firebaseCache() {
    return Path.of(environment.getOrDefault("HOME", "."), ".cache", "firebase", "emulators");
  }

  private static Optional<Path> newest(Path folder, String pattern) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(pattern))
          .max(Path::compareTo);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
