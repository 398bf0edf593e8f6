package dev.maestro.embedded.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns parsed JSON into maps, lists, texts, booleans and numbers that keep their exact text. */
public final class JsonValues {
  private JsonValues() {}

  /** The members that are not null, in their order. */
  public static Map<String, Object> map(JsonObject object) {
    Map<String, Object> values = new LinkedHashMap<>();
    object
        .entrySet()
        .forEach(
            member -> {
              if (!member.getValue().isJsonNull()) {
                values.put(member.getKey(), value(member.getValue()));
              }
            });
    return values;
  }

  private static List<Object> list(JsonArray array) {
    List<Object> values = new ArrayList<>();
    array.forEach(element -> values.add(value(element)));
    return values;
  }

  private static Object value(JsonElement element) {
    if (element instanceof JsonObject object) {
      return map(object);
    }
    if (element instanceof JsonArray array) {
      return list(array);
    }
    if (element instanceof JsonPrimitive primitive) {
      return primitive.isBoolean()
          ? (Object) primitive.getAsBoolean()
          : primitive.isNumber() ? primitive.getAsNumber() : primitive.getAsString();
    }
    return "null";
  }
}
