package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.signal.Strategy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar that is compiled and packed in a test. */
final class SampleJar {
  static final String STRATEGY = "dev.maestro.engine.signal.Strategy";
  static final String CHECK = "dev.maestro.engine.systemic.RiskCheck";

  private static final String IMPORTS =
      "package plugin; import dev.maestro.engine.signal.*; import dev.maestro.engine.market.*;"
          + "import dev.maestro.engine.name.*;"
          + "import dev.maestro.engine.signal.account.*; import dev.maestro.engine.systemic.*;"
          + "import java.math.BigDecimal;";

  private final Map<String, String> services = new TreeMap<>();
  private final List<String> sources = new ArrayList<>();
  private final Manifest manifest = new Manifest();

  SampleJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** A strategy {@code plugin.NAME} of this id, with statements before its HOLD. */
  SampleJar strategy(String name, String id, String statements) {
    sources.add(
        "public class NAME implements Strategy { public StrategyId id() { return new StrategyId(\"ID\"); }"
                .replace("NAME", name)
                .replace("ID", id)
            + " public Signal evaluate(MarketSnapshot m, AccountSnapshot a, HealthRegime r) { "
            + statements
            + " return Signals.hold(id(), \"from a jar\", m.asOf()); } "
            + "}");
    return names(STRATEGY, "plugin." + name);
  }

  /** A risk check {@code plugin.NAME} that answers an expression. */
  SampleJar check(String name, String code, String factor) {
    sources.add(
        String.format(
            "public class %s implements RiskCheck { public String code() { return %s; }"
                + " public BigDecimal factor(Signal e, RiskInputs i) { %s } }",
            name, code, factor));
    return names(CHECK, "plugin." + name);
  }

  /** Any other class. */
  SampleJar source(String source) {
    sources.add(source);
    return this;
  }

  /** A line of a services file. */
  SampleJar names(String service, String provider) {
    services.merge(service, provider, (before, more) -> before + "\n" + more);
    return this;
  }

  SampleJar classPath(String further) {
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, further);
    return this;
  }

  /** Where the engine's classes are: all that a jar needs, and the compiler is quick with it. */
  static String engine() {
    try {
      return Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void write(Path file) throws IOException {
    Path work = Files.createTempDirectory(file.resolveSibling(""), "work");
    List<String> command = new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp"));
    command.add(engine());
    command.addAll(List.of("-d", work.resolve("classes").toString()));
    for (String source : sources) {
      String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
      Path java = Files.createDirectories(work.resolve("src")).resolve(name + ".java");
      Files.writeString(java, IMPORTS + source);
      command.add(java.toString());
    }
    Path classes = Files.createDirectories(work.resolve("classes"));
    if (!sources.isEmpty()) {
      assertThat(
              ToolProvider.getSystemJavaCompiler()
                  .run(null, null, null, command.toArray(new String[0])))
          .isZero();
    }
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Map.Entry<String, String> service : services.entrySet()) {
        jar.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
        jar.write(service.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (Path one : compiled.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(one).toString()));
        jar.write(Files.readAllBytes(one));
      }
    }
  }
}
