package dev.maestro.firestore.rules;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Firestore's REST interface, as a browser without our code would use it. */
final class FirestoreRest {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;
  private final String host;

  /**
   * What came back.
   *
   * @param status of HTTP
   */
  record Answer(int status, String body) {
    boolean isDenied() {
      return status == 403 && body.contains("PERMISSION_DENIED");
    }

    boolean isDone() {
      return status == 200;
    }

    /** True if the document is in the answer. */
    boolean shows(String path) {
      return isDone() && body.contains("/documents/" + path + "\"");
    }
  }

  FirestoreRest(String host, String project) {
    this.host = "http://" + host;
    this.root = "projects/" + project + "/databases/(default)/documents";
  }

  /** Tries an operation on a document or its collection. */
  Answer attempt(Operation operation, String path, RulesCaller caller) {
    return switch (operation) {
      case GET -> send("GET", "/v1/" + root + "/" + path, BodyPublishers.noBody(), caller);
      case LIST -> send("GET", "/v1/" + root + "/" + parent(path), BodyPublishers.noBody(), caller);
      case LIST_TENANT -> query(path, false, Map.of("tenant_id", "acme"), caller);
      case GROUP -> query(path, true, Map.of(), caller);
      case GROUP_TENANT -> query(path, true, Map.of("tenant_id", "acme"), caller);
      case CREATE -> write(path, "?currentDocument.exists=false", Map.of("by", "x"), caller);
      case UPDATE -> write(path, "?currentDocument.exists=true", Map.of("by", "x"), caller);
      case DELETE -> send("DELETE", "/v1/" + root + "/" + path, BodyPublishers.noBody(), caller);
    };
  }

  /** Writes a document of texts as the administrator. */
  void put(String path, Map<String, String> fields) {
    done(write(path, "", fields, RulesCaller.ADMIN));
  }

  /** Removes a document as the administrator. */
  void remove(String path) {
    done(attempt(Operation.DELETE, path, RulesCaller.ADMIN));
  }

  /** Replaces the rules. */
  void load(String rules) {
    Map<String, ?> file = Map.of("name", "firestore.rules", "content", rules);
    String project = root.split("/", -1)[1];
    done(
        send(
            "PUT",
            "/emulator/v1/projects/" + project + ":securityRules",
            json(Map.of("rules", Map.of("files", List.of(file)))),
            RulesCaller.ADMIN));
  }

  /** Queries the collection of a document, or all collections of its name. */
  Answer query(String path, boolean everywhere, Map<String, String> equal, RulesCaller caller) {
    String collection = parent(path);
    Map<String, Object> query = new LinkedHashMap<>();
    query.put(
        "from", List.of(Map.of("collectionId", last(collection), "allDescendants", everywhere)));
    equal.forEach(
        (field, value) ->
            query.put(
                "where",
                Map.of(
                    "fieldFilter",
                    Map.of(
                        "field", Map.of("fieldPath", field),
                        "op", "EQUAL",
                        "value", Map.of("stringValue", value)))));
    String above = everywhere || !collection.contains("/") ? "" : "/" + parent(collection);
    return send(
        "POST",
        "/v1/" + root + above + ":runQuery",
        json(Map.of("structuredQuery", query)),
        caller);
  }

  private Answer write(
      String path, String precondition, Map<String, String> fields, RulesCaller caller) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach((field, value) -> values.put(field, Map.of("stringValue", value)));
    return send(
        "PATCH", "/v1/" + root + "/" + path + precondition, json(Map.of("fields", values)), caller);
  }

  private Answer send(String method, String address, BodyPublisher body, RulesCaller caller) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(host + address))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, body);
    caller.authorization().ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  private static BodyPublisher json(Map<String, ?> content) {
    return BodyPublishers.ofString(new Gson().toJson(content));
  }

  private static void done(Answer answer) {
    if (!answer.isDone()) {
      throw new IllegalStateException("the emulator answered " + answer);
    }
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
