package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.openapi.Description;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds answers against openapi.json as it is served. */
final class Contract {
  private static final JsonObject FILE =
      JsonParser.parseString(Description.answer().body()).getAsJsonObject();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<JsonElement, Schema> KNOWN = new ConcurrentHashMap<>();

  private Contract() {}

  /** Fails if the answer is not among those that the file says of the route. */
  static void check(HttpRequest request, HttpResponse<String> answer) {
    String path = request.uri().getRawPath();
    String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
    String what = request.method() + " " + path + " -> " + answer.statusCode() + " " + type;
    if (answer.statusCode() == 400
        && answer.body().isEmpty()
        && isNoRoute(request.method(), path)) {
      // The server refuses some odd paths before the function hears of them.
      return;
    }
    JsonObject content = content(request.method(), path, answer.statusCode(), what);
    assertThat(content.keySet()).as(what).containsExactly(type);
    if (type.endsWith("json")) {
      assertThat(faults(request.method(), path, answer.statusCode(), answer.body()))
          .as(what + " " + answer.body())
          .isEmpty();
    }
  }

  /** What is wrong with the body of an answer in JSON; fails for a status that is not told. */
  static String faults(String method, String path, int status, String body) {
    JsonObject content = content(method, path, status, method + " " + path + " -> " + status);
    String type = content.keySet().iterator().next();
    return faults(content.getAsJsonObject(type).get("schema"), body);
  }

  /** What is wrong with the body of a request; fails if nothing is told of it. */
  static String bodyFaults(String method, String path, String body) {
    JsonObject operation = operation(method, path, method + " " + path);
    return faults(
        operation
            .getAsJsonObject("requestBody")
            .getAsJsonObject("content")
            .getAsJsonObject("application/json")
            .get("schema"),
        body);
  }

  private static JsonObject content(String method, String path, int status, String what) {
    if (isNoRoute(method, path)) {
      assertThat(status).as(what).isIn(404, 405);
      return response("NOT_FOUND").getAsJsonObject("content");
    }
    JsonObject responses = operation(method, path, what).getAsJsonObject("responses");
    assertThat(responses.keySet()).as(what).contains(String.valueOf(status));
    JsonObject found = responses.getAsJsonObject(String.valueOf(status));
    JsonObject response =
        found.has("$ref") ? response(found.get("$ref").getAsString().replaceAll(".*/", "")) : found;
    return response.getAsJsonObject("content");
  }

  private static JsonObject operation(String method, String path, String what) {
    try {
      String template = TestedTable.ROUTES.of(method, path).route().path().text();
      JsonObject operations = FILE.getAsJsonObject("paths").getAsJsonObject(template);
      assertThat(operations).as(what).isNotNull();
      return operations.getAsJsonObject(method.toLowerCase(Locale.ROOT));
    } catch (Problem none) {
      throw new AssertionError(what, none);
    }
  }

  private static boolean isNoRoute(String method, String path) {
    try {
      return TestedTable.ROUTES.of(method, path).arguments() == null;
    } catch (Problem none) {
      return true;
    }
  }

  private static JsonObject response(String name) {
    return FILE.getAsJsonObject("components").getAsJsonObject("responses").getAsJsonObject(name);
  }

  private static String faults(JsonElement schema, String body) {
    JsonElement inline = schema;
    if (schema.getAsJsonObject().has("$ref")) {
      inline = FILE.getAsJsonObject("components").getAsJsonObject("schemas").get("Problem");
    }
    return KNOWN
        .computeIfAbsent(inline, text -> SCHEMAS.getSchema(text.toString(), InputFormat.JSON))
        .validate(body, InputFormat.JSON)
        .toString()
        .replaceAll("^\\[]$", "");
  }
}
