package dev.maestro.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows and sizes of the house, over the classes of every module. */
class HouseArchitectureTest {
  @Test
  void every_module_is_looked_at() {
    for (String module : Arrows.KNOWS.keySet()) {
      assertThat(House.classes().that(resideInAnyPackage("dev.maestro." + module + "..")))
          .as(module)
          .isNotEmpty();
    }
    assertThat(House.modules()).hasSameSizeAs(Arrows.KNOWS.keySet());
  }

  @Test
  void nobody_knows_whom_they_may_not_know() {
    Arrows.forbidden().forEach(rule -> rule.check(House.classes()));
  }

  @Test
  void no_package_stands_in_a_cycle() {
    Arrows.noCycle().check(House.classes());
  }

  @ParameterizedTest
  @CsvSource({
    "engine.weights, dev.maestro.firestore.store.Paths",
    "engine.weights, dev.maestro.embedded.json.JsonValues",
    "firestore.store, dev.maestro.google.log.CloudLog",
    "google.log, dev.maestro.firestore.store.Paths",
    "market, dev.maestro.embedded.json.JsonValues",
    "embedded.json, dev.maestro.market.MarketClassifier",
    "functions.conduct, dev.maestro.functions.status.StatusFunction",
    "functions.conduct, dev.maestro.cli.Terminal",
    "wiring, dev.maestro.cli.Terminal",
    "testing.conduct, dev.maestro.firestore.store.Paths",
    "local.stack, dev.maestro.cli.Terminal",
    "engine.number, dev.maestro.engine.weights.WeightsEngine"
  })
  void an_arrow_the_wrong_way_is_seen(String from, String to, @TempDir Path folder)
      throws IOException {
    Path source = Files.createDirectories(folder.resolve("source")).resolve("Wrong.java");
    Files.writeString(
        source,
        String.format("package dev.maestro.%s; public final class Wrong { %s known; }", from, to));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(code).as("compiled").isZero();

    assertThat(Arrows.allHold(House.with(classes))).as("%s -> %s", from, to).isFalse();
  }

  @Test
  void the_picture_of_the_docs_shows_the_arrows() throws IOException {
    String docs = Files.readString(House.ROOT.resolve("docs/architecture.md"));
    StringBuilder table = new StringBuilder("| module | knows, beside the JDK |\n|---|---|\n");
    Arrows.KNOWS.forEach(
        (module, known) ->
            table.append(
                String.format(
                    "| `%s` | %s |%n",
                    module, known.isEmpty() ? "nobody" : String.join(", ", sorted(known)))));
    assertThat(docs)
        .as("docs/architecture.md must hold this table:%n%s", table)
        .contains(table.toString());
  }

  /** How many lines there are is shown, not held: every part of the product adds some. */
  @ParameterizedTest
  @EnumSource(value = Measure.Figure.class, mode = EnumSource.Mode.EXCLUDE, names = "LINES")
  void every_figure_of_the_code_is_within_its_limit(Measure.Figure figure) {
    Measure measured = Measured.HOUSE;

    assertThat(measured.value(figure))
        .as("%s: %s", figure, measured.places(figure))
        .isLessThanOrEqualTo(figure.limit());
  }

  private static List<String> sorted(Set<String> known) {
    return known.stream().sorted().toList();
  }

  private static String classPath() {
    return String.join(
        System.getProperty("path.separator"),
        House.modules().stream()
            .map(module -> module.resolve("target/classes").toString())
            .toList());
  }

  private static final class Measured {
    static final Measure HOUSE = measure();

    private static Measure measure() {
      try {
        return Measure.of(House.ROOT);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
