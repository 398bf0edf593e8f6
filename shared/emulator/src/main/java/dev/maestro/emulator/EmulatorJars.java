package dev.maestro.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the jars of the official emulators on this machine. */
public final class EmulatorJars {
  private static final String DEBIAN_SDK = "/usr/lib/google-cloud-sdk";
  static final String FIRESTORE_PACKAGE = "google-cloud-cli-firestore-emulator";
  private static final String PUBSUB_PACKAGE = "google-cloud-cli-pubsub-emulator";

  private final Map<String, String> environment;
  private final Path usualSdk;
  private final PinnedJar download;

  /** Looks where this environment points. */
  public EmulatorJars(Map<String, String> environment) {
    this(environment, Path.of(DEBIAN_SDK), PinnedJar.FIRESTORE);
  }

  EmulatorJars(Map<String, String> environment, Path usualSdk, PinnedJar download) {
    this.environment = Map.copyOf(environment);
    this.usualSdk = usualSdk;
    this.download = download;
  }

  /**
   * The Firestore emulator: {@code FIRESTORE_EMULATOR_JAR}, the Google Cloud SDK, the cache of
   * Firebase's tools, else a download into that cache, which is made once.
   *
   * @throws IllegalStateException saying how to get it
   */
  public Path firestore() {
    return firestoreHere().orElseGet(this::downloaded);
  }

  /**
   * Debian's packages of the emulators that are not on this machine; empty if both are.
   *
   * @throws IllegalStateException if a variable names a jar that is not there
   */
  public List<String> missingPackages() {
    List<String> missing = new ArrayList<>();
    if (firestoreHere().isEmpty()) {
      missing.add(FIRESTORE_PACKAGE);
    }
    if (pubsubHere().isEmpty()) {
      missing.add(PUBSUB_PACKAGE);
    }
    return missing;
  }

  private Optional<Path> firestoreHere() {
    return named("FIRESTORE_EMULATOR_JAR")
        .or(() -> inSdk("cloud-firestore-emulator", "cloud-firestore-emulator.*\\.jar"))
        .or(() -> newest(firebaseCache(), "cloud-firestore-emulator-v.*\\.jar"));
  }

  private Optional<Path> pubsubHere() {
    return named("PUBSUB_EMULATOR_JAR")
        .or(() -> inSdk("pubsub-emulator/lib", "cloud-pubsub-emulator-.*-all\\.jar"));
  }

  private Path downloaded() {
    try {
      return download.into(firebaseCache());
    } catch (IOException refused) {
      throw new IllegalStateException(
          "the Firestore emulator is not on this machine and cannot be downloaded ("
              + refused.getMessage()
              + "): install it with 'gcloud components install cloud-firestore-emulator' (Debian:"
              + " package "
              + FIRESTORE_PACKAGE
              + "), or name its jar in FIRESTORE_EMULATOR_JAR",
          refused);
    }
  }

  /**
   * The Pub/Sub emulator of the Google Cloud SDK, or {@code PUBSUB_EMULATOR_JAR}.
   *
   * @throws IllegalStateException saying how to get it
   */
  public Path pubsub() {
    return pubsubHere()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the Pub/Sub emulator is not on this machine: install it with 'gcloud"
                        + " components install pubsub-emulator' (Debian: package "
                        + PUBSUB_PACKAGE
                        + "), or name its jar in PUBSUB_EMULATOR_JAR"));
  }

  private Optional<Path> named(String variable) {
    Optional<Path> file = Optional.ofNullable(environment.get(variable)).map(Path::of);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw new IllegalStateException(variable + " names no file, got " + file.get());
    }
    return file;
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
    roots.add(usualSdk);
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
          .max(Comparator.comparing(EmulatorJars::version));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The name with every number padded, so that 1.9 comes before 1.19. */
  private static String version(Path jar) {
    return Pattern.compile("\\d+")
        .matcher(jar.getFileName().toString())
        .replaceAll(
            number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
  }
}
