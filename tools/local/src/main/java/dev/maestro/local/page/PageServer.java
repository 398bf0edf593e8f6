package dev.maestro.local.page;

import dev.maestro.local.http.Call;
import dev.maestro.local.http.HttpCalls;
import dev.maestro.local.http.LoopbackServer;
import dev.maestro.local.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Serves the dashboard to browsers of this machine: its files, its {@code config.json}, and under
 * {@code /api/} the API, so that the page needs no other origin for it. Files are read only, and a
 * call under another host name is refused: a page from elsewhere that has its name point here gets
 * nothing.
 */
public final class PageServer implements AutoCloseable {
  private static final String API = "/api/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int WRONG_HOST = 421;
  private static final int GONE = 502;

  /** What of a call to the API, and of its answer, is passed on. */
  private static final Set<String> PASSED =
      Set.of(
          "accept",
          "authorization",
          "cache-control",
          "content-type",
          "retry-after",
          "www-authenticate",
          "x-maestro-tenant");

  private final PageFiles files;
  private final Reply settings;
  private final URI api;
  private final Map<String, String> headers;
  private final LoopbackServer server;

  /**
   * Starts to listen.
   *
   * @param port 0: a free one
   * @param folder the built page
   * @param settings text of {@code config.json}
   * @param api where the API is
   * @param connections other origins that the page calls: emulators
   */
  public PageServer(int port, Path folder, String settings, URI api, List<String> connections) {
    this.files = new PageFiles(folder);
    this.settings =
        new Reply(
            200,
            Map.of("content-type", "application/json", "cache-control", "no-store"),
            settings.getBytes(StandardCharsets.UTF_8));
    this.api = api;
    this.headers = PageHeaders.strict(connections);
    this.server = LoopbackServer.start(port, this::answer);
  }

  /** Where it is. */
  public URI address() {
    return server.address();
  }

  private Reply answer(Call call) {
    String host = call.header("host").orElse("");
    if (!host.equals("127.0.0.1:" + server.port()) && !host.equals("localhost:" + server.port())) {
      return Reply.of(WRONG_HOST);
    }
    if (call.path().startsWith(API)) {
      return passed(call).with(Map.of("x-content-type-options", "nosniff"));
    }
    if (!READS.contains(call.method())) {
      return Reply.of(NOT_ALLOWED).with(Map.of("allow", "GET, HEAD"));
    }
    Reply found =
        call.path().equals("/config.json")
            ? settings
            : files.at(call.path()).orElse(Reply.of(NOT_FOUND));
    return found.with(headers);
  }

  private Reply passed(Call call) {
    try {
      URI to = URI.create("http://" + api.getAuthority() + call.target());
      return HttpCalls.pass(call, to, PASSED, PATIENCE);
    } catch (IOException gone) {
      return Reply.of(GONE);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Reply.of(GONE);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
