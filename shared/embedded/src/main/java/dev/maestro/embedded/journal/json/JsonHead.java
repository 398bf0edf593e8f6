package dev.maestro.embedded.journal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.maestro.embedded.journal.source.JournalSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the beginning of a JSON file tells: whether it is one object per line or one document with a
 * list, and the names that its first rows have.
 *
 * @param isDocument true if the rows stand in a list
 * @param names of the first rows, in the order in which they come
 */
public record JsonHead(boolean isDocument, List<String> names) {
  private static final int LOOKED_AT = 100;

  /** Keeps its own list. */
  public JsonHead {
    names = List.copyOf(names);
  }

  /** True if a text is JSON, not CSV. */
  public static boolean isJson(String head) {
    String start = head.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Looks at a file. */
  public static JsonHead of(JournalSource source) throws IOException {
    List<String> lines =
        source.head().lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    boolean isDocument = isDocument(lines, source.head());
    Set<String> names = new LinkedHashSet<>();
    if (isDocument) {
      JsonDocument.peek(source, LOOKED_AT, names);
    } else {
      for (String line : lines) {
        object(line).ifPresent(row -> names.addAll(row.keySet()));
      }
    }
    return new JsonHead(isDocument, new ArrayList<>(names));
  }

  /** The object that a line is; empty if it is none. */
  static Optional<JsonObject> object(String line) {
    try {
      JsonElement element = JsonParser.parseString(line);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException | StackOverflowError unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isDocument(List<String> lines, String head) {
    String first = lines.isEmpty() ? "" : lines.get(0).strip();
    if (first.startsWith("[")) {
      return true;
    }
    Optional<JsonObject> object = object(first);
    if (object.isPresent()) {
      return JsonDocument.hasList(object.get());
    }
    boolean isBroken = lines.size() > 1 && lines.get(1).stripLeading().startsWith("{");
    return !isBroken
        && (first.endsWith("{") || first.endsWith("[") || first.endsWith(",") || isOneLine(head));
  }

  private static boolean isOneLine(String head) {
    return head.indexOf('\n') < 0;
  }
}
