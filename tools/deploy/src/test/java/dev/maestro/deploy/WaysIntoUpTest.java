package dev.maestro.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.main.Maestro;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code ./maestro up} as it is, with the functions' jars, and the ways in for agents: the three
 * samples and a language model's client.
 */
class WaysIntoUpTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  /** What the scripted agents of the demo do not speak for. */
  private static final List<String> STRATEGIES = List.of("snake", "node", "bean", "model");

  @TempDir private static Path folder = Path.of("");
  private static Process up;
  private static final Map<String, String> VARIABLES = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    String ready =
        "env > $FOLDER/env.part && mv $FOLDER/env.part $FOLDER/env"
            + " && until [ -e $FOLDER/done ]; do sleep 0.2; done";
    ProcessBuilder builder =
        new ProcessBuilder(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Dmaestro.home=" + ROOT,
                "-cp",
                CLASS_PATH,
                Maestro.class.getName(),
                "up",
                "--tick=10s",
                "--exec=" + ready)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("up").toFile());
    builder.environment().put("FOLDER", folder.toString());
    up = builder.start();
    await("it is ready", () -> Files.exists(folder.resolve("env")) || !up.isAlive());
    assertThat(up.isAlive()).as(text("up")).isTrue();
    for (String line : text("env").lines().toList()) {
      if (line.startsWith("MAESTRO_") || line.matches("(GOOGLE|FIRESTORE|PUBSUB)_.*")) {
        VARIABLES.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
      }
    }
    register();
  }

  /** An operator's token speaks for them. */
  private static void register() {
    CloudSettings settings = CloudSettings.read(VARIABLES);
    VARIABLES.remove("MAESTRO_AGENT_TOKEN");
    Firestore firestore = CloudFirestore.open(settings, new IoMeter());
    StrategyStore store = new StrategyStore(firestore);
    for (String strategy : STRATEGIES) {
      store.add(
          DemoWorld.TENANT.id(), RegisteredStrategy.live(new StrategyId(strategy), DemoWorld.UID));
    }
    firestore.shutdown();
  }

  @AfterAll
  static void stop() throws Exception {
    Files.createFile(folder.resolve("done"));
    boolean isEnded = up.waitFor(2, TimeUnit.MINUTES);
    up.destroyForcibly();
    assertThat(isEnded).isTrue();
    assertThat(up.exitValue()).as(text("up")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"python3 -B, agent.py, snake", "node, agent.mjs, node", "java, Agent.java, bean"})
  void a_sample_sends_a_signal_and_reads_its_verdict(String program, String file, String strategy)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.replace("java", JAVA).split(" ")));
    command.addAll(
        List.of(ROOT.resolve("samples/" + file).toString(), strategy, "{\"action\": \"HOLD\"}"));
    Path out = folder.resolve(file + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(VARIABLES);
    Process process = builder.start();
    boolean isEnded = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(isEnded).as(file).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains("HOLD");
  }

  @Test
  void a_language_model_proposes_and_is_told_why() {
    ServerParameters server =
        ServerParameters.builder(JAVA)
            .args(List.of("-cp", CLASS_PATH, Maestro.class.getName(), "mcp"))
            .env(VARIABLES)
            .build();
    JsonSchemaValidator anything =
        (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid("");
    McpSyncClient client =
        McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
            .requestTimeout(PATIENCE)
            .initializationTimeout(PATIENCE)
            .jsonSchemaValidator(anything)
            .build();
    try {
      client.initialize();
      call(
          client,
          "propose_signal",
          Map.of("strategy", "model", "action", "HOLD", "version", "prompt 7"));
      List<Fields> told = new ArrayList<>();
      await(
          "the next decision tells of it",
          () -> told.addAll(call(client, "why", Map.of("strategy", "model")).list("signals")));
      assertThat(told.get(0).get("verdict", Kinds.TEXT)).isEqualTo("HOLD");
      assertThat(told.get(0).get("version", Kinds.TEXT)).isEqualTo("prompt 7");
    } finally {
      client.closeGracefully();
    }
  }

  private static Fields call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    String text = ((McpSchema.TextContent) result.content().get(0)).text();
    assertThat(result.isError()).as("%s: %s", tool, text).isFalse();
    return JsonText.fields(text);
  }

  private static void await(String sentence, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(sentence).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private static String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
