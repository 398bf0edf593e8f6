package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyJarsTest {
  private static final Instant SLOT = Instant.parse("2026-01-05T15:00:00Z");

  private static final String SOURCE =
      "package plugin; import dev.maestro.engine.signal.*; import dev.maestro.engine.market.*;"
          + "import dev.maestro.engine.name.StrategyId;"
          + "import dev.maestro.engine.signal.account.*;"
          + "public class Plugged implements Strategy {"
          + " public StrategyId id() { return new StrategyId(\"plugged\"); }"
          + " public Signal evaluate(MarketSnapshot m, AccountSnapshot a, HealthRegime r) {"
          + "  return Signals.hold(id(), \"from a jar\", m.asOf()); } }";

  @Test
  void a_strategy_from_a_jar_signals_and_a_broken_entry_is_named(@TempDir Path folder)
      throws IOException {
    Path source = folder.resolve("plugin/Plugged.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, SOURCE);
    String classPath = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, source.toString());
    assertThat(failed).isZero();
    jar(
        folder.resolve("good.jar"),
        "plugin.Plugged",
        Map.of("plugin/Plugged.class", Files.readAllBytes(folder.resolve("plugin/Plugged.class"))));
    jar(folder.resolve("broken.jar"), "plugin.Missing", Map.of());

    StrategyJars.Found found = StrategyJars.in(folder);

    assertThat(found.faults()).singleElement().asString().contains("plugin.Missing");
    assertThat(found.strategies()).extracting(HostedStrategy::className).contains("plugin.Plugged");
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

  private static void jar(Path file, String provider, Map<String, byte[]> classes)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("META-INF/services/dev.maestro.engine.signal.Strategy"));
      jar.write(provider.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    }
  }
}
