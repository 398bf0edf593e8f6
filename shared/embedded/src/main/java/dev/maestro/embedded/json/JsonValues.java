package dev.maestro.embedded.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns parsed JSON into plain values: maps, lists, texts, booleans, numbers that keep their exact
 * text, and null.
 */
public final class JsonValues {
  private final boolean keepsNull;

  private JsonValues(boolean keepsNull) {
    this.keepsNull = keepsNull;
  }

  /** The members in their order without those that are null: null is absent. */
  public static Map<String, Object> map(JsonObject object) {
    return new JsonValues(false).members(object);
  }

  /** All members, null among them: what a hash is taken over. */
  public static Map<String, Object> mapWithNulls(JsonObject object) {
    return new JsonValues(true).members(object);
  }

  private Map<String, Object> members(JsonObject object) {
    Map<String, Object> values = new LinkedHashMap<>();
    object
        .entrySet()
        .forEach(
            member -> {
              if (keepsNull || !member.getValue().isJsonNull()) {
                values.put(member.getKey(), value(member.getValue()).orElse(null));
              }
            });
    return values;
  }

  private List<Object> elements(JsonArray array) {
    List<Object> values = new ArrayList<>();
    array.forEach(element -> values.add(value(element).orElse(null)));
    return values;
  }

  /** Empty for null. */
  private Optional<Object> value(JsonElement element) {
    if (element instanceof JsonObject object) {
      return Optional.of(members(object));
    }
    if (element instanceof JsonArray array) {
      return Optional.of(elements(array));
    }
    if (element instanceof JsonPrimitive primitive) {
      return Optional.of(
          primitive.isBoolean()
              ? primitive.getAsBoolean()
              : primitive.isNumber() ? primitive.getAsNumber() : primitive.getAsString());
    }
    return Optional.empty();
  }
}
