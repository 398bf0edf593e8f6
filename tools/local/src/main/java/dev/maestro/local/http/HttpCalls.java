package dev.maestro.local.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calls to servers of this machine. */
public final class HttpCalls {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private HttpCalls() {}

  /** An answer: its status and its body as text. */
  public record Answer(int status, String body) {
    /** 2xx. */
    public boolean isGood() {
      return status >= 200 && status < 300;
    }

    /** True if the same call may be taken later: overload, a time-out, a failure of the server. */
    public boolean mayBeTakenLater() {
      return status >= 500 || status == 408 || status == 425 || status == 429;
    }
  }

  /**
   * POST.
   *
   * @throws IOException if nobody answered in time
   */
  public static Answer post(
      URI address, Map<String, String> headers, byte[] body, Duration patience)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /**
   * Sends JSON to an emulator, which is there and answers.
   *
   * @throws IllegalStateException if it does not
   */
  public static Answer json(String method, URI address, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      return send(request);
    } catch (IOException gone) {
      throw new IllegalStateException(address + " does not answer", gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + address, stop);
    }
  }

  /**
   * Passes a call on and its answer back, with the headers that are named; no other.
   *
   * @param headers in small letters
   * @throws IOException if nobody answered in time
   */
  public static Reply pass(Call call, URI to, Set<String> headers, Duration patience)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .timeout(patience)
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    headers.forEach(name -> call.header(name).ifPresent(value -> request.header(name, value)));
    HttpResponse<byte[]> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    Map<String, String> given = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> given.put(name, values.get(0)));
    given.keySet().retainAll(headers);
    return new Reply(answer.statusCode(), given, answer.body());
  }

  private static Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(answer.statusCode(), answer.body());
  }
}
