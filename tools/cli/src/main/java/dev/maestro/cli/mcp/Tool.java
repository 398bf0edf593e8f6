package dev.maestro.cli.mcp;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One tool: what it is called, what it takes, what it does. A refusal of the API and an argument
 * that cannot be read are results with an error, which the model sees; they end nothing.
 *
 * @param changesNothing true if it only reads
 */
record Tool(
    String name, String description, Arguments arguments, boolean changesNothing, Work work) {

  /** What a tool does with its arguments. */
  @FunctionalInterface
  interface Work {
    /**
     * The answer, as JSON.
     *
     * @throws UnreadableValueException for an argument that cannot be read
     */
    String of(ApiCall api, Fields given) throws ApiRefusedException;
  }

  static Tool reading(String name, String description, Arguments arguments, Work work) {
    return new Tool(name, description, arguments, true, work);
  }

  static Tool proposing(String name, String description, Arguments arguments, Work work) {
    return new Tool(name, description, arguments, false, work);
  }

  /** For the server. */
  SyncToolSpecification with(ApiCall api) {
    McpSchema.Tool told =
        McpSchema.Tool.builder(name, arguments.schema())
            .description(description)
            .annotations(
                McpSchema.ToolAnnotations.builder()
                    .readOnlyHint(changesNothing)
                    .destructiveHint(false)
                    .build())
            .build();
    return SyncToolSpecification.builder()
        .tool(told)
        .callHandler((exchange, request) -> call(api, request))
        .build();
  }

  private McpSchema.CallToolResult call(ApiCall api, McpSchema.CallToolRequest request) {
    Map<String, Object> given = new TreeMap<>();
    Optional.ofNullable(request.arguments()).ifPresent(given::putAll);
    given.values().removeIf(value -> value == null);
    try {
      return result(work.of(api, Fields.of("", given).only(arguments.names())), false);
    } catch (UnreadableValueException | ApiRefusedException refused) {
      return result(String.valueOf(refused.getMessage()), true);
    }
  }

  private static McpSchema.CallToolResult result(String text, boolean isError) {
    return McpSchema.CallToolResult.builder().addTextContent(text).isError(isError).build();
  }
}
