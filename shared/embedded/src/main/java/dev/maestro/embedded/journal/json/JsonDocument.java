package dev.maestro.embedded.journal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.JournalSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * A JSON document whose rows stand in a list: the document itself, or a member that a known format
 * names. It is read as a stream; one row is in memory at a time.
 */
final class JsonDocument {
  private static final Set<String> LISTS = lists();
  private static final int DEEPEST = 8;

  private final BiPredicate<JsonObject, Map<String, Object>> rows;
  private final BoundedReader bound;
  private final JsonReader json;
  private boolean wantsMore = true;

  private JsonDocument(Reader text, BiPredicate<JsonObject, Map<String, Object>> rows) {
    this.bound = new BoundedReader(text);
    this.json = new JsonReader(bound);
    this.rows = rows;
  }

  /**
   * Passes all rows on, with what stands around their list, until the receiver has enough.
   *
   * @param rows false when it has enough
   */
  static void read(JournalSource source, BiPredicate<JsonObject, Map<String, Object>> rows)
      throws IOException {
    try (Reader text = new InputStreamReader(source.stream(), StandardCharsets.UTF_8)) {
      new JsonDocument(text, rows).walk(new ArrayList<>());
    } catch (MalformedJsonException | JsonParseException | IllegalStateException broken) {
      throw new JournalFileException(
          source.path() + " is broken JSON: " + broken.getMessage(), broken);
    }
  }

  /** Collects the names of the first rows. */
  static void peek(JournalSource source, int count, Collection<String> names) throws IOException {
    int[] seen = {0};
    read(
        source,
        (row, around) -> {
          names.addAll(row.keySet());
          names.addAll(around.keySet());
          return ++seen[0] < count;
        });
  }

  /** True if an object has a list of rows where a known format has one. */
  static boolean hasList(JsonObject object) {
    return LISTS.stream().anyMatch(path -> reaches(object, List.of(path.split("/"))));
  }

  private static boolean reaches(JsonElement element, List<String> path) {
    if (path.isEmpty()) {
      return element.isJsonArray();
    }
    if (!element.isJsonObject()) {
      return false;
    }
    List<String> rest = path.subList(1, path.size());
    JsonObject object = element.getAsJsonObject();
    return path.get(0).equals("*")
        ? object.entrySet().stream().anyMatch(member -> reaches(member.getValue(), rest))
        : object.has(path.get(0)) && reaches(object.get(path.get(0)), rest);
  }

  private void walk(List<String> path) throws IOException {
    bound.restart();
    JsonToken next = json.peek();
    if (next == JsonToken.BEGIN_ARRAY && isList(path)) {
      rowsOf(path);
    } else if (next == JsonToken.BEGIN_OBJECT && path.size() < DEEPEST) {
      json.beginObject();
      while (wantsMore && json.hasNext()) {
        path.add(json.nextName());
        walk(path);
        path.remove(path.size() - 1);
      }
      if (wantsMore) {
        json.endObject();
      }
    } else {
      json.skipValue();
    }
  }

  private void rowsOf(List<String> path) throws IOException {
    json.beginArray();
    Map<String, Object> around = around(path);
    while (wantsMore && json.hasNext()) {
      bound.restart();
      JsonElement element = JsonParser.parseReader(json);
      wantsMore =
          rows.test(element.isJsonObject() ? element.getAsJsonObject() : new JsonObject(), around);
    }
    if (wantsMore) {
      json.endArray();
    }
  }

  /** Results that are kept per strategy do not name it in their rows. */
  private static Map<String, Object> around(List<String> path) {
    return path.size() == 3 && path.get(0).equals("strategy")
        ? Map.of("strategy", path.get(1))
        : Map.of();
  }

  private static boolean isList(List<String> path) {
    return path.isEmpty() || LISTS.stream().anyMatch(list -> isAt(List.of(list.split("/")), path));
  }

  private static boolean isAt(List<String> list, List<String> path) {
    if (list.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).equals("*") && !list.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> lists() {
    Set<String> lists = new TreeSet<>();
    KnownFormats.all().forEach(format -> lists.addAll(format.lists()));
    return lists;
  }
}
