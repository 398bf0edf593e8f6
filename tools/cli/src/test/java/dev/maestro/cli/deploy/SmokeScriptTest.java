package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last step of a deployment, against a server that is well or ill. */
class SmokeScriptTest {
  @TempDir private Path folder = Path.of("");
  private int noMember = 403;

  @Test
  void what_is_open_and_closed_as_it_should_be_passes() throws Exception {
    Bash run = smoke(200, 403, 200);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).hasLineCount(5);
  }

  @Test
  void a_status_function_that_is_ill_fails() throws Exception {
    assertThat(smoke(500, 403, 200).out()).contains("health, open to anybody: got 500");
  }

  @Test
  void a_slot_that_anybody_may_start_fails() throws Exception {
    Bash run = smoke(200, 200, 200);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("a slot, without a token: got 200, expected 401|403");
  }

  @Test
  void a_scheduler_that_is_refused_fails() throws Exception {
    Bash run = smoke(200, 401, 401);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("a slot, as the scheduler: got 401");
  }

  /** A token whose signature was cut off on the way would be nobody's. */
  @Test
  void an_api_that_does_not_understand_the_tokens_of_agents_fails() throws Exception {
    noMember = 401;
    Bash run = smoke(200, 403, 200);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("the API, as somebody who is no member: got 401, expected 403");
  }

  @Test
  void a_slot_that_a_forged_token_starts_fails() throws Exception {
    Bash run = smoke(200, 403, 200, 200);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("a slot, with a forged token: got 200, expected 401|403");
  }

  private Bash smoke(int health, int withoutToken, int withToken) throws Exception {
    return smoke(health, withoutToken, 403, withToken);
  }

  private Bash smoke(int health, int withoutToken, int forged, int withToken) throws Exception {
    Path gcloud = Files.createDirectories(folder.resolve("bin")).resolve("gcloud");
    Files.writeString(gcloud, "#!/usr/bin/env bash\necho the-token\n");
    assertThat(gcloud.toFile().setExecutable(true)).isTrue();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/health", exchange -> answer(exchange, health));
    server.createContext("/members", exchange -> answer(exchange, members(exchange)));
    server.createContext(
        "/slot", exchange -> answer(exchange, status(exchange, withoutToken, forged, withToken)));
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      String path = folder.resolve("bin") + ":" + System.getenv("PATH");
      return Bash.run(
          Tree.ROOT,
          Map.of("PATH", path, "SMOKE_PATIENCE_SECONDS", "0", "no_proxy", "127.0.0.1"),
          "",
          "tools/deploy/smoke.sh",
          "--open=" + address + "/health",
          "--closed=" + address + "/slot",
          "--members=" + address + "/members",
          "--members-audience=members",
          "--audience=anybody",
          "--caller=scheduler@my-fund.iam.gserviceaccount.com");
    } finally {
      server.stop(0);
    }
  }

  private int members(HttpExchange exchange) {
    return exchange.getRequestHeaders().containsKey("X-Maestro-Tenant") ? noMember : 400;
  }

  private static int status(HttpExchange exchange, int without, int forged, int with) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (token == null) {
      return without;
    }
    return token.equals("Bearer the-token") ? with : forged;
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
