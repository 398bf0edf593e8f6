package dev.maestro.google.log;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** Structured logs: {@code severity}, {@code message}, and the fields given; never a token. */
public final class CloudLog {
  private final PrintStream out;
  private final Map<String, String> context;

  private CloudLog(PrintStream out, Map<String, String> context) {
    this.out = out;
    this.context = Map.copyOf(context);
  }

  /** Writes to standard output, which Cloud Logging collects. */
  public static CloudLog standard() {
    return to(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** Writes to the given stream. */
  public static CloudLog to(PrintStream out) {
    return new CloudLog(out, Map.of());
  }

  /** The same log, whose lines all carry these fields. */
  public CloudLog with(Map<String, String> fields) {
    Map<String, String> all = new java.util.TreeMap<>(context);
    all.putAll(fields);
    return new CloudLog(out, all);
  }

  /** Something happened as it should. */
  public void info(String message, Map<String, ?> fields) {
    write("INFO", message, fields);
  }

  /** Something was dropped or put off, and nothing is lost. */
  public void warn(String message, Map<String, ?> fields) {
    write("WARNING", message, fields);
  }

  /** Something failed. */
  public void error(String message, Map<String, ?> fields) {
    write("ERROR", message, fields);
  }

  private void write(String severity, String message, Map<String, ?> fields) {
    JsonObject line = new JsonObject();
    line.addProperty("severity", severity);
    line.addProperty("message", message);
    context.forEach(line::addProperty);
    fields.forEach((name, value) -> line.add(name, json(value)));
    out.println(line);
  }

  /** Numbers, truths, lists and maps as they are, so that they can be searched; else text. */
  private static JsonElement json(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    if (value instanceof Collection<?> collection) {
      JsonArray array = new JsonArray();
      collection.forEach(element -> array.add(json(element)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, element) -> object.add(String.valueOf(name), json(element)));
      return object;
    }
    return new JsonPrimitive(value.toString());
  }
}
