package dev.maestro.functions.status;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.testing.function.TestedFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requests and the answers they must get, from files. A time is written as its distance from the
 * time of the test: {@code {-PT5M}}.
 */
final class Requests {
  private static final Pattern TIME = Pattern.compile("\\{(-?PT[0-9]+[SMH])}");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Requests() {}

  /** A row of a table. */
  record Case(JsonObject row) {
    String name() {
      return row.get("name").getAsString();
    }

    String method() {
      return request()[0];
    }

    /** With its query. */
    String path() {
      return request()[1];
    }

    /** Who sends it. */
    String as() {
      return row.get("as").getAsString();
    }

    /** The object that is sent; empty for text and for nothing. */
    Optional<String> body() {
      return row.has("body") ? Optional.of(row.get("body").toString()) : Optional.empty();
    }

    private String[] request() {
      return row.get("request").getAsString().split(" ", 2);
    }

    boolean isDocumented() {
      return row.has("documented");
    }

    /** True if the row gives header, claims and signature of a token as they are. */
    boolean isOfTokenParts() {
      return row.has("token");
    }

    private Optional<String> authorization() {
      return isOfTokenParts()
          ? Optional.of(People.bearer(new Gson().fromJson(row.get("token"), String[].class)))
          : People.header(row.get("as").getAsString());
    }

    HttpResponse<String> send(TestedFunction function) {
      return send(function, authorization());
    }

    private HttpResponse<String> send(TestedFunction function, Optional<String> authorization) {
      String body = row.has("text") ? row.get("text").getAsString() : body().orElse("");
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(function.at(path()))
              .timeout(Duration.ofSeconds(60))
              .method(method(), HttpRequest.BodyPublishers.ofString(body));
      authorization.ifPresent(token -> builder.header("Authorization", token));
      if (row.has("tenant")) {
        builder.header("X-Maestro-Tenant", row.get("tenant").getAsString());
      }
      if (!body.isEmpty() || row.has("text")) {
        builder.header(
            "Content-Type", row.has("type") ? row.get("type").getAsString() : "application/json");
      }
      return Requests.send(builder.build());
    }

    /** What is wrong with an answer; empty: nothing. */
    List<String> faults(HttpResponse<String> answer) {
      List<String> faults = new ArrayList<>();
      int status = row.get("status").getAsInt();
      if (answer.statusCode() != status) {
        faults.add("status " + answer.statusCode() + ": " + answer.body());
        return faults;
      }
      boolean isText = row.has("text_answer");
      String good = isText ? "text/plain" : "application/json";
      String type = status < 300 ? good : "application/problem+json";
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith(type)) {
        faults.add("content type " + answer.headers().firstValue("Content-Type"));
      }
      String allow = row.has("allow") ? row.get("allow").getAsString() : "";
      if (!answer.headers().firstValue("Allow").orElse("").equals(allow)) {
        faults.add("Allow " + answer.headers().firstValue("Allow"));
      }
      if (isText) {
        return faults;
      }
      JsonObject body = JsonParser.parseString(answer.body()).getAsJsonObject();
      if (row.has("answer") && !row.get("answer").equals(body)) {
        faults.add("answer " + body + ", expected " + row.get("answer"));
      }
      if (row.has("part")) {
        row.getAsJsonObject("part")
            .entrySet()
            .forEach(
                field -> {
                  if (!field.getValue().equals(body.get(field.getKey()))) {
                    faults.add(field.getKey() + " is " + body.get(field.getKey()));
                  }
                });
      }
      if (row.has("ids") && !row.get("ids").equals(ids(body))) {
        faults.add("ids " + ids(body));
      }
      return faults;
    }
  }

  static List<Case> of(String file, Instant now) {
    try {
      String text =
          TIME.matcher(Files.readString(Path.of("src/test/resources/requests", file)))
              .replaceAll(time -> CanonicalJson.time(now.plus(Duration.parse(time.group(1)))));
      List<Case> cases = new ArrayList<>();
      for (JsonElement row : JsonParser.parseString(text).getAsJsonArray()) {
        cases.add(new Case(row.getAsJsonObject()));
      }
      return cases;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static HttpResponse<String> send(TestedFunction function, String method, String path, String as) {
    return send(function, method, path, People.header(as));
  }

  /** With another value of the Authorization header. */
  static HttpResponse<String> send(
      TestedFunction function, String method, String path, Optional<String> authorization) {
    JsonObject row = new JsonObject();
    Map.of("name", path, "request", method + " " + path).forEach(row::addProperty);
    if (!method.equals("GET")) {
      row.addProperty("text", method.equals("PUT") ? "{\"action\": \"HOLD\"}" : "{}");
    }
    return new Case(row).send(function, authorization);
  }

  /** Sends a request; an answer that openapi.json does not know fails the test. */
  static HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      Contract.check(request, answer);
      return answer;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static JsonArray ids(JsonObject body) {
    JsonArray ids = new JsonArray();
    body.getAsJsonArray("decisions").forEach(row -> ids.add(row.getAsJsonObject().get("id")));
    return ids;
  }
}
