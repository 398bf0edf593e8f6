package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agents of samples, each against the API and cycles of a running system. */
class SampleAgentsTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Path SAMPLES = Path.of("..", "..", "samples");

  /** How each is started, by the strategy that it sends for. */
  private static final Map<String, List<String>> AGENTS =
      new TreeMap<>(
          Map.of(
              "snake", List.of("python3", "-B", "agent.py"),
              "node", List.of("node", "agent.mjs"),
              "bean", List.of(JAVA, "Agent.java")));

  private static QuickSystem system;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() {
    system = new QuickSystem(QuickTenant.OWNER);
    QuickTenant.create(system, List.copyOf(AGENTS.keySet()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  /** An agent at work, and what it says. */
  private record Run(Process process, Path out) {
    int code() {
      try {
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("ends: %s", out).isTrue();
        return process.exitValue();
      } catch (InterruptedException stop) {
        throw new AssertionError(stop);
      } finally {
        process.destroyForcibly();
      }
    }

    String text() {
      try {
        return Files.readString(out);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private Run run(String agent, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>(AGENTS.getOrDefault(agent, List.of()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve(agent + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(SAMPLES.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(variables);
    try {
      return new Run(builder.start(), out);
    } catch (IOException unstartable) {
      throw new UncheckedIOException(unstartable);
    }
  }

  /** All agents at once, each for its own strategy. */
  private Map<String, Run> all(String signal) {
    Map<String, Run> runs = new TreeMap<>();
    AGENTS
        .keySet()
        .forEach(
            agent -> runs.put(agent, run(agent, QuickTenant.variables(system), agent, signal)));
    return runs;
  }

  @Test
  void each_shows_the_verdict_of_the_next_decision_and_its_reasons() {
    all("{\"action\": \"HOLD\"}")
        .forEach(
            (agent, run) -> {
              assertThat(run.code()).as("%s: %s", agent, run.text()).isZero();
              assertThat(run.text()).as(agent).startsWith(quoted(agent, "HOLD"));
            });
    all("{\"action\": \"BUY\", \"symbol\": \"AAPL\", \"allocation\": 0.1, \"confidence\": 0.9}")
        .forEach(
            (agent, run) -> {
              assertThat(run.code()).as("%s: %s", agent, run.text()).isEqualTo(3);
              assertThat(run.text())
                  .as(agent)
                  .startsWith(quoted(agent, "DENIED"))
                  .contains("\"POLICY_BLOCKED\"", "\"STALE_ACCOUNT\"");
            });
    assertThat(system.notices()).isEmpty();
  }

  /** The JDK has no reader of JSON, so that agent shows texts as they came. */
  private static String quoted(String agent, String word) {
    return agent.equals("bean") ? "\"" + word + "\"" : word;
  }

  @Test
  void each_shows_the_problem_of_a_refusal_and_fails() {
    for (String agent : AGENTS.keySet()) {
      Run foreign = run(agent, QuickTenant.variables(system), "somebody", "{\"action\": \"HOLD\"}");
      assertThat(foreign.code()).as("%s: %s", agent, foreign.text()).isEqualTo(1);
      assertThat(foreign.text())
          .contains("403", "the membership does not name the strategy somebody");
    }
  }

  @Test
  void each_tells_wrong_usage_from_a_refusal() {
    for (String agent : AGENTS.keySet()) {
      assertThat(run(agent, Map.of()).code()).as(agent).isEqualTo(2);
      assertThat(run(agent, Map.of(), "trend", "BUY").code()).as(agent).isEqualTo(2);
    }
  }

  @Test
  void each_waits_as_long_as_it_is_told_and_asks_again() throws IOException {
    for (String agent : AGENTS.keySet()) {
      AtomicInteger calls = new AtomicInteger();
      HttpServer busy = busyOnce(calls);
      try {
        String address = "http://127.0.0.1:" + busy.getAddress().getPort();
        Map<String, String> variables = Map.of("MAESTRO_STATUS_URL", address, "MAESTRO_TOKEN", "t");
        Run run = run(agent, variables, agent, "{\"action\": \"HOLD\"}");
        assertThat(run.code()).as("%s: %s", agent, run.text()).isEqualTo(1);
        assertThat(run.text()).as(agent).contains("401", "\"detail\":\"who?\"");
        assertThat(calls).as(agent).hasValue(2);
      } finally {
        busy.stop(0);
      }
    }
  }

  /** Answers 429 to the first call, and 401 to every later one. */
  private static HttpServer busyOnce(AtomicInteger calls) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean isFirst = calls.incrementAndGet() == 1;
          if (isFirst) {
            exchange.getResponseHeaders().set("Retry-After", "1");
          }
          byte[] body = "{\"detail\":\"who?\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(isFirst ? 429 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
