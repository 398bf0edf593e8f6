package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyJarsTest {
  private static final Instant SLOT = Instant.parse("2026-01-05T15:00:00Z");
  private static final String CHECKED = "return BigDecimal.ONE;";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_strategy_from_a_jar_signals_and_a_broken_entry_is_named() throws IOException {
    new SampleJar().strategy("Plugged", "plugged", "").write(folder.resolve("good.jar"));
    new SampleJar().names(SampleJar.STRATEGY, "plugin.Missing").write(folder.resolve("broken.jar"));

    StrategyJars.Found found = StrategyJars.in(folder);

    assertThat(found.faults()).singleElement().asString().contains("plugin.Missing");
    assertThat(found.mayLackCheck()).as("it costs only itself").isFalse();
    List<Signal> signals =
        new StrategyHost(found.strategies())
            .evaluate(
                MarketSnapshot.of(Map.of(), SLOT),
                new AccountSnapshot("main", BigDecimal.TEN, BigDecimal.TEN, List.of(), SLOT),
                HealthRegime.UNKNOWN);
    assertThat(signals)
        .extracting(signal -> signal.strategy().value())
        .containsExactly("mean-reversion", "trend-following", "plugged");
    assertThat(signals).allSatisfy(signal -> assertThat(signal.error()).isEmpty());
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        arguments("System.exit", "System.exit(1);"),
        arguments("System.exit", "Runnable go = () -> System.exit(1); go.run();"),
        arguments("System.exit", "java.util.function.IntConsumer c = System::exit;"),
        arguments("Runtime.exit", "Runtime.getRuntime().exit(1);"),
        arguments("Runtime.halt", "Runtime.getRuntime().halt(1);"),
        arguments("System.load", "System.load(\"/x.so\");"),
        arguments("System.loadLibrary", "System.loadLibrary(\"x\");"),
        arguments("close beside System.out", "System.out.close();"),
        arguments(
            "close beside System.out",
            "try (java.io.PrintStream p = new java.io.PrintStream(System.err)) { p.print(1); }"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("endings")
  void a_jar_that_can_end_the_cycles_of_every_tenant_is_refused_by_name(
      String call, String statement) throws IOException {
    new SampleJar().strategy("Ending", "ending", statement).write(folder.resolve("ending.jar"));
    new SampleJar().strategy("Calm", "calm", "").write(folder.resolve("calm.jar"));

    StrategyJars.Found found = StrategyJars.in(folder);

    assertThat(found.faults())
        .containsExactly(
            "ending.jar is refused: its class plugin.Ending has "
                + call
                + ", which can end the cycles of every tenant: take it out");
    assertThat(found.strategies())
        .extracting(HostedStrategy::className)
        .contains("plugin.Calm")
        .doesNotContain("plugin.Ending");
    assertThat(found.mayLackCheck()).as("it names no check").isFalse();
  }

  @Test
  void a_jar_with_a_native_method_is_refused() throws IOException {
    new SampleJar()
        .strategy("Plugged", "plugged", "")
        .source("class Beside { native void call(); }")
        .write(folder.resolve("native.jar"));
    assertThat(StrategyJars.in(folder).faults())
        .singleElement()
        .asString()
        .startsWith("native.jar is refused: its class plugin.Beside has a native method");
  }

  /** A class may print, and close what is its own. */
  @Test
  void a_jar_that_prints_and_that_closes_is_no_reason_to_refuse_it() throws IOException {
    new SampleJar()
        .strategy("Printing", "printing", "System.out.println(1);")
        .strategy(
            "Closing",
            "closing",
            "try { new java.io.FileOutputStream(\"x\").close(); }"
                + " catch (java.io.IOException e) { throw new IllegalStateException(e); }")
        .source("class Wide { static final long L = 1L << 40; static final double D = 1.5e300; }")
        .write(folder.resolve("good.jar"));
    assertThat(StrategyJars.in(folder).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing in it", "no jar", "cut off", "bits that turned", "a folder"})
  void a_jar_that_cannot_be_read_is_named_and_may_have_held_a_check(String how) throws IOException {
    Path file = folder.resolve("bad.jar");
    new SampleJar().strategy("Plugged", "plugged", "").write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    switch (how) {
      case "nothing in it" -> Files.write(file, new byte[0]);
      case "no jar" -> Files.writeString(file, "<html>404</html>");
      case "cut off" -> Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      case "bits that turned" -> {
        for (int i = whole.length / 2; i < whole.length / 2 + 40; i++) {
          whole[i] ^= 0x55;
        }
        Files.write(file, whole);
      }
      default -> Files.createDirectory(file);
    }

    StrategyJars.Found found = StrategyJars.in(folder);

    assertThat(found.faults())
        .singleElement()
        .asString()
        .startsWith("bad.jar cannot be read as a jar (")
        .endsWith("): build and copy it anew");
    assertThat(found.mayLackCheck()).isTrue();
  }

  @Test
  void a_mistyped_folder_is_named_and_may_have_held_a_check() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    StrategyJars.Found missing = StrategyJars.in(folder.resolve("strategeis"));
    assertThat(missing.faults())
        .containsExactly(
            "the folder of strategies cannot be read: "
                + folder.resolve("strategeis")
                + " is no folder");
    StrategyJars.Found none = StrategyJars.in(empty);
    assertThat(none.faults()).containsExactly("the folder of strategies holds no jar: " + empty);
    assertThat(List.of(missing, none))
        .allSatisfy(found -> assertThat(found.mayLackCheck()).isTrue())
        .allSatisfy(found -> assertThat(found.strategies()).hasSize(2));
  }

  @Test
  void jars_that_name_nothing_are_told() throws IOException {
    new SampleJar().source("class Library {}").write(folder.resolve("library.jar"));
    assertThat(StrategyJars.in(folder).faults())
        .containsExactly(
            "no jar in " + folder + " names a strategy or risk check in its META-INF/services");
  }

  @Test
  void a_jar_that_names_further_jars_is_refused_because_nobody_looked_at_them() throws IOException {
    new SampleJar()
        .strategy("Plugged", "plugged", "")
        .classPath("lib/other.jar")
        .write(folder.resolve("thin.jar"));
    assertThat(StrategyJars.in(folder).faults())
        .containsExactly(
            "thin.jar is refused: its manifest names further jars (lib/other.jar): put them into"
                + " the folder instead");
  }

  @Test
  void a_refused_or_broken_check_is_missed() throws IOException {
    new SampleJar()
        .check("Own", "\"OWN\"", "System.exit(1); " + CHECKED)
        .write(folder.resolve("check.jar"));
    assertThat(StrategyJars.in(folder).mayLackCheck()).isTrue();
    new SampleJar().names(SampleJar.CHECK, "plugin.Gone").write(folder.resolve("check.jar"));
    assertThat(StrategyJars.in(folder).mayLackCheck()).isTrue();
    new SampleJar().check("Own", "\"OWN\"", CHECKED).write(folder.resolve("check.jar"));
    assertThat(StrategyJars.in(folder).mayLackCheck()).isFalse();
    assertThat(StrategyJars.in(folder).checks()).hasSize(1);
  }
}
