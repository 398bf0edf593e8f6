package dev.maestro.cli.mcp;

import dev.maestro.engine.EngineVersion;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code ./maestro mcp}: a server of the Model Context Protocol on standard input and output, for
 * the program that starts it. It ends when its input does.
 */
@Command(
    name = "mcp",
    description =
        "Serves tools to a language model over standard input and output (Model Context Protocol):"
            + " status, weights, value, decisions, why, propose_signal. MAESTRO_STATUS_URL,"
            + " MAESTRO_TOKEN and MAESTRO_TENANT say where and as whom.",
    mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {
  private static final String INSTRUCTIONS =
      "Maestro decides every few minutes which signals of a tenant's strategies may trade. You can"
          + " read and propose; you cannot order, and nothing here loosens a limit.";

  /** Arguments are read by the tools and the API, which say what is wrong in sentences. */
  private static final JsonSchemaValidator BY_THE_TOOLS =
      (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid("");

  @Override
  public Integer call() throws InterruptedException {
    ApiCall api = ApiCall.by(System.getenv());
    PrintStream protocol = System.out;
    // Whatever else is printed would break the protocol.
    System.setOut(System.err);
    MessageLines input = new MessageLines(System.in, protocol);
    McpSyncServer server =
        McpServer.sync(
                new StdioServerTransportProvider(
                    McpJsonDefaults.getMapper(), input, new WholeMessages(protocol)))
            .serverInfo("maestro", EngineVersion.CURRENT)
            .instructions(INSTRUCTIONS)
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .jsonSchemaValidator(BY_THE_TOOLS)
            .validateToolInputs(false)
            .tools(Tools.all().stream().map(tool -> tool.with(api)).toList())
            .build();
    input.await();
    server.closeGracefully();
    return 0;
  }
}
