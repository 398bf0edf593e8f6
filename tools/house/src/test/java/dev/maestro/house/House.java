package dev.maestro.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The main classes of every module, as they were compiled. */
final class House {
  static final Path ROOT = Path.of("..", "..");

  private House() {}

  static JavaClasses classes() {
    return Holder.CLASSES;
  }

  /** The modules that have classes: {@code shared/engine}, {@code functions/conduct}, ... */
  static List<Path> modules() {
    List<Path> modules = new ArrayList<>();
    for (String part : List.of("shared", "functions", "tools")) {
      try (Stream<Path> all = Files.list(ROOT.resolve(part))) {
        all.filter(module -> Files.isDirectory(module.resolve("src/main/java")))
            .sorted()
            .forEach(modules::add);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return modules;
  }

  /** The classes of the house and those in a further folder. */
  static JavaClasses with(Path folder) {
    List<Path> folders = new ArrayList<>(folders());
    folders.add(folder);
    return new ClassFileImporter().importPaths(folders);
  }

  private static List<Path> folders() {
    return modules().stream().map(module -> module.resolve("target/classes")).toList();
  }

  private static final class Holder {
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(folders());
  }
}
