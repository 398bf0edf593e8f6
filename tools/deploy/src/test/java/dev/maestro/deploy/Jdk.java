package dev.maestro.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java of this machine.
 *
 * @param version 17 and up
 * @param isOnlyOne true if no other version was found beside the running one
 */
record Jdk(int version, Path home, boolean isOnlyOne) {
  private static final int OLDEST = 17;
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /** The running one and one of every other version that lies beside it. */
  static List<Jdk> all() {
    Path running = Path.of(System.getProperty("java.home")).toAbsolutePath();
    Map<Integer, Path> homes = new TreeMap<>();
    beside(running)
        .forEach(home -> version(home).ifPresent(found -> homes.putIfAbsent(found, home)));
    homes.put(Runtime.version().feature(), running);
    List<Jdk> found = new ArrayList<>();
    homes.forEach((version, home) -> found.add(new Jdk(version, home, homes.size() == 1)));
    return found;
  }

  /** Its program. */
  String java() {
    return home.resolve("bin/java").toString();
  }

  @Override
  public String toString() {
    return "JDK " + version + (isOnlyOne ? ", the only one on this machine" : "");
  }

  private static List<Path> beside(Path home) {
    try (Stream<Path> siblings = Files.list(Optional.ofNullable(home.getParent()).orElse(home))) {
      return siblings
          .filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Integer> version(Path home) {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find()
          ? Optional.of(Integer.valueOf(version.group(1))).filter(found -> found >= OLDEST)
          : Optional.empty();
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }
}
