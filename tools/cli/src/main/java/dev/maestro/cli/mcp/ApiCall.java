package dev.maestro.cli.mcp;

import dev.maestro.cli.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of the HTTP API as one member of a tenant: what the member may not, its tools may not. Only
 * reads, and the signal of a strategy; no other call can be made with it.
 */
final class ApiCall {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;
  private final String token;
  private final Optional<String> tenant;

  private ApiCall(URI address, String token, Optional<String> tenant) {
    this.address = address;
    this.token = token;
    this.tenant = tenant;
  }

  /**
   * By the variables of a process: {@code MAESTRO_STATUS_URL}, {@code MAESTRO_TOKEN}, and {@code
   * MAESTRO_TENANT} for who speaks for several.
   *
   * @throws UsageException naming the one that is missing or wrong
   */
  static ApiCall by(Map<String, String> environment) {
    String url = required(environment, "MAESTRO_STATUS_URL", "where the API is");
    String token = required(environment, "MAESTRO_TOKEN", "who calls: ./maestro token prints one");
    if (!url.matches("https?://[^/?#]+/?")) {
      throw new UsageException(
          "MAESTRO_STATUS_URL must be http:// or https:// and a host, got '" + url + "'");
    }
    if (!token.matches("[!-~]+")) {
      throw new UsageException("MAESTRO_TOKEN must be one word");
    }
    return new ApiCall(
        URI.create(url.endsWith("/") ? url : url + "/"),
        token,
        Optional.ofNullable(environment.get("MAESTRO_TENANT")).filter(named -> !named.isBlank()));
  }

  private static String required(Map<String, String> environment, String name, String what) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new UsageException(name + " is not set: " + what));
  }

  /** One segment of a path, whatever is in it. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The body of an answer.
   *
   * @param path below {@code /api/}, its parts encoded
   * @throws ApiRefusedException if the API refuses, or does not answer
   */
  String get(String path) throws ApiRefusedException {
    return send(request(path).GET());
  }

  /** Sends the signal of a strategy, as JSON. */
  String putSignal(String strategy, String signal) throws ApiRefusedException {
    return send(
        request("maestro/signals/" + segment(strategy))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(signal)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("api/" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token);
    tenant.ifPresent(named -> request.header("X-Maestro-Tenant", named));
    return request;
  }

  private String send(HttpRequest.Builder request) throws ApiRefusedException {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      throw ApiRefusedException.with(answer);
    } catch (IOException silent) {
      throw new ApiRefusedException("no answer from " + address + ": " + silent);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ApiRefusedException("stopped before the answer came");
    }
  }
}
