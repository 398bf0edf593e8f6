package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.main.Maestro;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.signal.SignalReader;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./maestro mcp} as a process, asked by the SDK's own client, over a running system. */
class McpServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static QuickSystem system;

  @BeforeAll
  static void start() {
    system = new QuickSystem(QuickTenant.OWNER);
    QuickTenant.create(system, List.of("trend"));
    QuickTenant.weigh(system, Map.of("trend", "1.0000000000"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static List<String> arguments() {
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Maestro.class.getName(),
        "mcp");
  }

  /** What the environment of {@code up} would hold, speaking as one member. */
  private static Map<String, String> as(String token) {
    Map<String, String> variables = new TreeMap<>(system.variables());
    variables.put("MAESTRO_TOKEN", token);
    return variables;
  }

  private static void asking(String token, Consumer<McpSyncClient> questions) {
    ServerParameters server =
        ServerParameters.builder(JAVA).args(arguments()).env(as(token)).build();
    JsonSchemaValidator anything =
        (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid("");
    McpSyncClient client =
        McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
            .requestTimeout(PATIENCE)
            .initializationTimeout(PATIENCE)
            .jsonSchemaValidator(anything)
            .build();
    try {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("maestro");
      questions.accept(client);
    } finally {
      client.closeGracefully();
    }
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }

  private static Fields answer(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(client, tool, arguments);
    assertThat(result.isError()).as("%s: %s", tool, text(result)).isFalse();
    return JsonText.fields(text(result));
  }

  private static String refusal(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(client, tool, arguments);
    assertThat(result.isError()).as("%s: %s", tool, text(result)).isTrue();
    return text(result);
  }

  /** The rows of the newest decision that has a row of the strategy. */
  private static Fields decided(McpSyncClient client) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      McpSchema.CallToolResult why = call(client, "why", Map.of("strategy", "trend"));
      if (!why.isError()) {
        List<Fields> rows = JsonText.fields(text(why)).list("signals");
        if (!rows.isEmpty()) {
          return rows.get(0);
        }
      }
      assertThat(Instant.now()).as(text(why)).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  @Test
  void a_model_proposes_and_is_told_what_became_of_it_and_why() {
    asking(
        QuickTenant.token("ann"),
        client -> {
          Fields receipt =
              answer(
                  client,
                  "propose_signal",
                  Map.of(
                      "strategy", "trend",
                      "action", "BUY",
                      "symbol", "AAPL",
                      "allocation", 0.1,
                      "confidence", "0.9",
                      "version", "model 4, prompt 7"));
          assertThat(receipt.get("status", Kinds.TEXT)).isEqualTo("stored");

          Fields row = decided(client);
          assertThat(row.get("verdict", Kinds.TEXT)).isEqualTo("DENIED");
          assertThat(row.get("version", Kinds.TEXT)).isEqualTo("model 4, prompt 7");
          assertThat(row.get("reasons", Kinds.list(Kinds.TEXT)))
              .contains("POLICY_BLOCKED", "STALE_ACCOUNT");
          assertThat(answer(client, "why", Map.of("strategy", "other")).list("signals")).isEmpty();
          assertThat(answer(client, "status", Map.of()).names()).contains("policy", "status");
          assertThat(answer(client, "weights", Map.of()).names()).contains("weights", "cash");
          Fields page = answer(client, "decisions", Map.of("limit", 1));
          assertThat(page.list("decisions")).hasSize(1);
        });
  }

  @Test
  void its_tools_read_and_propose_and_nothing_else() {
    asking(
        QuickTenant.token("ann"),
        client -> {
          List<McpSchema.Tool> tools = client.listTools().tools();
          assertThat(tools)
              .extracting(McpSchema.Tool::name)
              .containsExactlyInAnyOrder(
                  "status", "weights", "value", "decisions", "why", "propose_signal");
          for (McpSchema.Tool tool : tools) {
            assertThat(tool.inputSchema())
                .as(tool.name())
                .containsEntry("type", "object")
                .containsEntry("additionalProperties", false);
            assertThat(tool.annotations().readOnlyHint())
                .as(tool.name())
                .isEqualTo(!tool.name().equals("propose_signal"));
          }
          Object properties =
              tools.stream()
                  .filter(tool -> tool.name().equals("propose_signal"))
                  .findFirst()
                  .orElseThrow()
                  .inputSchema()
                  .getOrDefault("properties", Map.of());
          assertThat(((Map<?, ?>) properties).keySet())
              .as("every field of a signal")
              .isEqualTo(Set.copyOf(SignalReader.FIELDS));
        });
  }

  @Test
  void it_can_do_what_its_member_may_and_says_what_it_may_not() {
    asking(
        QuickTenant.token("vera"),
        client -> {
          Map<String, Object> hold = Map.of("strategy", "trend", "action", "HOLD");
          assertThat(refusal(client, "propose_signal", hold)).contains("403", "forbidden");
          assertThat(answer(client, "status", Map.of()).names()).isNotEmpty();
        });
    asking(
        QuickTenant.token("nobody"),
        client -> assertThat(refusal(client, "status", Map.of())).contains("403"));
    asking("x.y.z", client -> assertThat(refusal(client, "status", Map.of())).contains("401"));
  }

  @Test
  void what_cannot_be_taken_is_a_result_that_names_it_and_ends_nothing() {
    asking(
        QuickTenant.token("ann"),
        client -> {
          assertThat(refusal(client, "why", Map.of())).contains("strategy");
          assertThat(refusal(client, "why", Map.of("strategy", "../control"))).contains("strategy");
          assertThat(refusal(client, "why", Map.of("strategy", "trend", "decision", "../x")))
              .contains("400");
          assertThat(refusal(client, "why", Map.of("strategy", "trend", "decision", "none")))
              .contains("404");
          assertThat(refusal(client, "decisions", Map.of("limit", 201))).contains("422", "limit");
          assertThat(refusal(client, "decisions", Map.of("limt", 1))).contains("limt");
          assertThat(
                  refusal(client, "propose_signal", Map.of("strategy", "trend", "action", "JUMP")))
              .contains("422", "action must be one of");
          assertThat(
                  refusal(
                      client,
                      "propose_signal",
                      Map.of("strategy", "trend", "action", "HOLD", "state", "ACTIVE")))
              .contains("state");
          assertThat(answer(client, "status", Map.of()).names()).isNotEmpty();
        });
  }

  private static Process started(Map<String, String> variables) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("MAESTRO_"));
    builder.environment().putAll(variables);
    return builder.start();
  }

  @Test
  void it_ends_with_its_input_and_has_printed_nothing_but_the_protocol() throws Exception {
    Process server = started(as(QuickTenant.token("ann")));
    server.getOutputStream().close();
    assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    assertThat(server.getInputStream().readAllBytes()).isEmpty();
  }

  @Test
  void a_line_that_is_no_message_is_told_and_those_after_it_are_answered() throws Exception {
    Process server = started(as(QuickTenant.token("ann")));
    try (OutputStream input = server.getOutputStream()) {
      for (String line :
          List.of(
              "no json",
              "{}",
              "",
              "x".repeat(2_000_000),
              "[1, 2",
              """
              {"jsonrpc":"2.0","id":7,"method":"initialize","params":{"protocolVersion":\
              "2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
              """)) {
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
      }
      BufferedReader answers = server.inputReader(StandardCharsets.UTF_8);
      for (int refused = 0; refused < 4; refused++) {
        assertThat(answers.readLine()).contains("-32700", "one message a line");
      }
      assertThat(answers.readLine()).contains("\"id\":7", "\"result\"");
    }
    assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
  }

  @Test
  void without_an_address_or_a_token_it_does_not_start() throws Exception {
    for (Map<String, String> variables :
        List.of(
            Map.<String, String>of(),
            Map.of("MAESTRO_STATUS_URL", "http://127.0.0.1:1"),
            Map.of("MAESTRO_STATUS_URL", "file:///etc", "MAESTRO_TOKEN", "t"))) {
      Process server = started(variables);
      assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isEqualTo(2);
      assertThat(new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("maestro: MAESTRO_");
    }
  }
}
