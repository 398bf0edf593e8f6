package dev.maestro.cli.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a tool's arguments. It tells the model what to send; what is sent is read by
 * the tool and by the API.
 */
final class Arguments {
  private static final String TYPE = "type";

  /** No arguments. */
  static final Arguments NONE = new Arguments(Map.of(), List.of());

  private final Map<String, Object> properties;
  private final List<String> required;

  private Arguments(Map<String, Object> properties, List<String> required) {
    this.properties = properties;
    this.required = required;
  }

  /** And a text that must be there. */
  Arguments needsText(String name, String description) {
    List<String> more = new ArrayList<>(required);
    more.add(name);
    return new Arguments(with(name, "string", description), more);
  }

  /** And a text. */
  Arguments text(String name, String description) {
    return new Arguments(with(name, "string", description), required);
  }

  /** And a number, also as text, which keeps every digit. */
  Arguments number(String name, String description) {
    return new Arguments(with(name, List.of("number", "string"), description), required);
  }

  /** And something of another type. */
  Arguments of(String type, String name, String description) {
    return new Arguments(with(name, type, description), required);
  }

  private Map<String, Object> with(String name, Object type, String description) {
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(name, Map.of(TYPE, type, "description", description));
    return more;
  }

  /** Their names. */
  List<String> names() {
    return List.copyOf(properties.keySet());
  }

  /** As JSON Schema; any other name is refused. */
  Map<String, Object> schema() {
    return Map.of(
        TYPE,
        "object",
        "properties",
        properties,
        "required",
        required,
        "additionalProperties",
        false);
  }
}
