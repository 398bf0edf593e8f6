package dev.maestro.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.maestro.embedded.json.JsonValues;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** JSON in and out of the commands: maps of plain values; empty Optionals are written as null. */
public final class JsonText {
  private static final JsonSerializer<Optional<?>> OPTIONAL =
      (value, type, context) ->
          value.isPresent() ? context.serialize(value.get()) : JsonNull.INSTANCE;

  private static final JsonSerializer<OptionalDouble> OPTIONAL_DOUBLE =
      (value, type, context) ->
          value.isPresent() ? new JsonPrimitive(value.getAsDouble()) : JsonNull.INSTANCE;

  private static final JsonSerializer<Written> WRITTEN =
      (value, type, context) -> context.serialize(value.values());

  private static final JsonSerializer<Object> AS_TEXT =
      (value, type, context) -> new JsonPrimitive(value.toString());

  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Instant.class, AS_TEXT)
          .registerTypeAdapter(LocalDate.class, AS_TEXT)
          .serializeNulls()
          .disableHtmlEscaping()
          .registerTypeAdapter(Written.class, WRITTEN)
          .registerTypeAdapter(Optional.class, OPTIONAL)
          .registerTypeAdapter(OptionalDouble.class, OPTIONAL_DOUBLE)
          .create();

  private JsonText() {}

  /** One line of JSON. */
  public static String write(Object values) {
    return GSON.toJson(values);
  }

  /**
   * Reads one JSON object; null is absent.
   *
   * @throws IllegalArgumentException saying that it is not one
   */
  public static Map<String, Object> readObject(String text) {
    return JsonValues.map(parse(text));
  }

  /** Reads one JSON object; null is an empty Optional. */
  public static Map<String, Object> readObjectWithNulls(String text) {
    return JsonValues.mapWithNulls(parse(text));
  }

  private static JsonObject parse(String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException | StackOverflowError malformed) {
      throw new IllegalArgumentException("not a JSON object", malformed);
    }
  }

  /** The fields of one JSON object. */
  public static Fields fields(String text) {
    return Fields.of("", readObject(text));
  }

  /** Reads a file that holds one JSON object. */
  public static Fields readFile(Path path) {
    try {
      return fields(Files.readString(path));
    } catch (IOException unreadable) {
      throw new UsageException(path + " cannot be read: name a JSON file in UTF-8");
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(path + " must hold one JSON object: " + malformed.getMessage());
    }
  }
}
