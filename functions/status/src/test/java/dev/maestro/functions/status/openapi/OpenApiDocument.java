package dev.maestro.functions.status.openapi;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Written;
import dev.maestro.functions.status.route.Access;
import dev.maestro.functions.status.route.QueryParameter;
import dev.maestro.functions.status.route.Route;
import dev.maestro.functions.status.route.Routes;
import dev.maestro.functions.status.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes openapi.json from the table of routes: OpenAPI 3.1, keys sorted. */
public final class OpenApiDocument {
  private static final String DESCRIPTION = "description";
  private static final String SCHEMA = "schema";
  private static final String PROBLEM = "#/components/schemas/Problem";

  /** What every refusal is. */
  private static final Shape PROBLEM_SHAPE =
      Shape.object()
          .has("type", Shape.TEXT.says("Stable, for programs"))
          .has("title", Shape.TEXT)
          .has("status", Shape.WHOLE)
          .has("detail", Shape.TEXT.says("One sentence for people"))
          .may("field", Shape.TEXT.says("Which field of the request it is about"))
          .may("running", Shape.TEXT.says("What runs already, so that this cannot"))
          .may("code", Shape.TEXT.says("The ledger's own word for it"));

  private OpenApiDocument() {}

  /** The text of the file. */
  public static String of(Routes routes) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Route route : routes.all()) {
      paths
          .computeIfAbsent(route.path().text(), path -> new TreeMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route).values());
    }
    Written document =
        Written.of("openapi", "3.1.1")
            .with(
                "info",
                Written.of("title", "Maestro")
                    .with("version", "1")
                    .with(DESCRIPTION, "Keys of answers are sorted, times are UTC; docs/api.md"))
            .with("paths", paths)
            .with("components", components());
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(JsonParser.parseString(CanonicalJson.write(document.values())))
        + "\n";
  }

  private static Written operation(Route route) {
    Written operation =
        Written.of("operationId", id(route))
            .with("summary", route.about().summary())
            .with("tags", List.of(tag(route)))
            .with("parameters", parameters(route))
            .with("responses", responses(route));
    if (route.about().body().isPresent()) {
      operation =
          operation.with(
              "requestBody",
              Written.of("required", true)
                  .with("content", json("application/json", route.about().body().get())));
    }
    return route.access() instanceof Access.Members members
        ? operation
            .with("security", List.of(Map.of("token", List.of())))
            .with("x-roles", members.roleWords())
        : operation.with("security", List.of());
  }

  private static String id(Route route) {
    return (route.method() + route.path().text())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("_$", "");
  }

  private static String tag(Route route) {
    String[] parts = route.path().text().split("/", -1);
    return parts[1].equals("api") ? parts[2].equals("msc") ? "msc" : parts[3] : "service";
  }

  private static List<Written> parameters(Route route) {
    List<Written> all = new ArrayList<>();
    for (String name : route.path().names()) {
      all.add(
          Written.of("name", name)
              .with("in", "path")
              .with("required", true)
              .with(SCHEMA, Shape.TEXT.schema()));
    }
    for (QueryParameter parameter : route.about().parameters()) {
      all.add(
          Written.of("name", parameter.name())
              .with("in", "query")
              .with(DESCRIPTION, parameter.description())
              .with(SCHEMA, parameter.shape().schema()));
    }
    if (route.access() instanceof Access.Members) {
      all.add(Written.of("$ref", "#/components/parameters/Tenant"));
    }
    return all;
  }

  private static Map<String, Object> responses(Route route) {
    Map<String, Object> all = new TreeMap<>();
    all.put(
        "200",
        Written.of(DESCRIPTION, "Done")
            .with("content", json(route.about().contentType(), route.about().answer())));
    for (Refused refused : Refused.values()) {
      if (refused.meets(route)) {
        all.put(refused.status(), Map.of("$ref", "#/components/responses/" + refused.name()));
      }
    }
    return all;
  }

  private static Written json(String type, Shape shape) {
    return Written.of(type, Written.of(SCHEMA, shape.schema()));
  }

  private static Written components() {
    Map<String, Object> responses = new LinkedHashMap<>();
    for (Refused refused : Refused.values()) {
      Written response =
          Written.of(DESCRIPTION, refused.meaning())
              .with(
                  "content",
                  Map.of("application/problem+json", Map.of(SCHEMA, Map.of("$ref", PROBLEM))));
      responses.put(
          refused.name(),
          refused.isLater()
              ? response.with(
                  "headers",
                  Map.of("Retry-After", Map.of(SCHEMA, Shape.WHOLE.says("Seconds").schema())))
              : response);
    }
    return Written.of("responses", responses)
        .with("schemas", Map.of("Problem", PROBLEM_SHAPE.schema()))
        .with(
            "securitySchemes",
            Map.of(
                "token",
                Map.of(
                    "type",
                    "http",
                    "scheme",
                    "bearer",
                    "bearerFormat",
                    "JWT",
                    DESCRIPTION,
                    "An ID token of Firebase, or of a service account for MAESTRO_AUDIENCE;"
                        + " x-roles are the roles of the membership that may take the route")))
        .with(
            "parameters",
            Map.of(
                "Tenant",
                Written.of("name", "X-Maestro-Tenant")
                    .with("in", "header")
                    .with(DESCRIPTION, "The tenant of a service account, whose token has none")
                    .with(SCHEMA, Shape.TEXT.schema())));
  }
}
