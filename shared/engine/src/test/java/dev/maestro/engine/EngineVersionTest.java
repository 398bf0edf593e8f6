package dev.maestro.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The version stands in the poms and in one class. */
class EngineVersionTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void the_engine_names_the_version_of_its_pom() throws IOException {
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains(
            "<artifactId>maestro</artifactId>\n  <version>" + EngineVersion.CURRENT + "</version>");
  }

  @Test
  void no_other_source_names_the_version() throws IOException {
    List<Path> naming = new ArrayList<>();
    for (Path folder : sources()) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> text(file).contains('"' + EngineVersion.CURRENT + '"'))
            .forEach(naming::add);
      }
    }
    assertThat(naming)
        .singleElement()
        .satisfies(file -> assertThat(file).hasFileName("EngineVersion.java"));
  }

  /** The main sources of every module. */
  private static List<Path> sources() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String area : List.of("shared", "functions", "tools")) {
      try (Stream<Path> modules = Files.list(ROOT.resolve(area))) {
        modules
            .map(module -> module.resolve("src/main/java"))
            .filter(Files::isDirectory)
            .forEach(folders::add);
      }
    }
    return folders;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
