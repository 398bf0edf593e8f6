package dev.maestro.cli.deploy;

import dev.maestro.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was set for a project, remembered from one deployment to the next: {@code
 * deployments/PROJECT.settings}, a line {@code NAME=VALUE} each. It belongs into the repository:
 * Cloud Build reads it out of the tree.
 */
record SettingsFile(Path path) {
  private static final String HEAD =
      """
      # What './maestro deploy --set' has set for this project; read by every further deployment.
      # './maestro deploy --unset NAME' takes a line out again.
      """;

  /** The file of a project. */
  static SettingsFile of(Path root, String project) {
    return new SettingsFile(root.resolve("deployments").resolve(project + ".settings"));
  }

  /** What it says; nothing if it is not there. */
  SortedMap<String, String> read() throws IOException {
    SortedMap<String, String> settings = new TreeMap<>();
    if (!Files.exists(path)) {
      return settings;
    }
    for (String line : Files.readAllLines(path)) {
      int value = line.indexOf('=') + 1;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (value == 0) {
        throw new UsageException(path + " has lines NAME=VALUE; got '" + line + "'");
      }
      settings.put(line.substring(0, value - 1).strip(), line.substring(value).strip());
    }
    return settings;
  }

  /** Replaces it, if it says something else. */
  void write(Map<String, String> settings) throws IOException {
    SortedMap<String, String> sorted = new TreeMap<>(settings);
    if (sorted.equals(read())) {
      return;
    }
    StringBuilder text = new StringBuilder(HEAD);
    sorted.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }
}
