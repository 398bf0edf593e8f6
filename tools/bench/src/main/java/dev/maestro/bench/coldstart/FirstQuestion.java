package dev.maestro.bench.coldstart;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.schedule.UnsignedToken;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first thing that a function is asked, by its trigger: one whose answer needs Firestore.
 *
 * @param path of the request
 * @param headers besides the content type
 * @param body empty for a GET
 */
record FirstQuestion(String path, Map<String, String> headers, Optional<String> body) {
  /** Of a function that does nothing. */
  static final FirstQuestion ANY = new FirstQuestion("/", Map.of(), Optional.empty());

  /** Whom the token of a schedule is for. */
  static final String AUDIENCE = "https://cold.example";

  /** Who calls as Scheduler. */
  static final String SCHEDULER = "scheduler@demo-cold.iam.gserviceaccount.com";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TENANT = "cold";

  /** What Scheduler, Eventarc or a person would ask. */
  static FirstQuestion of(DeployedFunction function, String project) {
    return switch (function.trigger()) {
      case HTTP ->
          new FirstQuestion(
              "/api/maestro/policy",
              Map.of("Authorization", "Bearer " + UnsignedToken.ofPerson("cold", TENANT, project)),
              Optional.empty());
      case SCHEDULE ->
          new FirstQuestion(
              "/",
              Map.of(
                  "Authorization",
                  "Bearer " + UnsignedToken.ofService(SCHEDULER, AUDIENCE, Instant.now()),
                  "X-CloudScheduler",
                  "true",
                  "X-CloudScheduler-ScheduleTime",
                  Instant.now().toString()),
              Optional.of("{}"));
      case TOPIC -> topic(function, project);
      case DOCUMENT -> document(project);
    };
  }

  private static FirstQuestion topic(DeployedFunction function, String project) {
    String data =
        "{\"tenant\":\"%s\",\"slot\":\"%s\",\"account\":\"main\",\"nonce\":\"%s\",\"strategy\":\"\",\"kind\":\"ENTRY\"}"
            .formatted(
                TENANT,
                Instant.ofEpochSecond(Instant.now().getEpochSecond() / 300 * 300),
                "0".repeat(32));
    String message = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
    return new FirstQuestion(
        "/",
        event(
            "google.cloud.pubsub.topic.v1.messagePublished",
            "//pubsub.googleapis.com/projects/" + project + "/topics/" + function.source()),
        Optional.of("{\"message\":{\"messageId\":\"1\",\"data\":\"" + message + "\"}}"));
  }

  private static FirstQuestion document(String project) {
    String path = "users/cold/tradeJournal/t1";
    Map<String, String> headers =
        new TreeMap<>(
            event(
                "google.cloud.firestore.document.v1.written",
                "//firestore.googleapis.com/projects/" + project + "/databases/(default)"));
    headers.put("ce-document", path);
    headers.put("ce-subject", "documents/" + path);
    return new FirstQuestion("/", headers, Optional.of(""));
  }

  private static Map<String, String> event(String type, String source) {
    return Map.of(
        "ce-id",
        "cold-1",
        "ce-specversion",
        "1.0",
        "ce-type",
        type,
        "ce-source",
        source,
        "ce-time",
        Instant.now().toString());
  }

  /** The request to a function that listens there. */
  HttpRequest.Builder at(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    headers.forEach(request::header);
    String type = headers.containsKey("ce-document") ? "application/protobuf" : "application/json";
    return body.map(
            text ->
                request
                    .header("content-type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(text)))
        .orElse(request);
  }
}
