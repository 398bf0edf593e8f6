package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DocumentedCallsTest {
  private static final String PROMPT = "    $ curl";

  /** A command of the docs, and the line that is shown after it. */
  private record Shown(String command, String answer) {}

  private static List<Shown> shown() throws IOException {
    List<Shown> all = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    for (String line : Files.readAllLines(Path.of("..", "..", "docs", "api.md"))) {
      if (line.startsWith(PROMPT)) {
        assertThat(command).as("a command without an answer").isEmpty();
        command.append(line.strip().substring(2));
      } else if (!command.isEmpty() && line.startsWith("    {")) {
        all.add(new Shown(command.toString(), line.strip()));
        command.setLength(0);
      } else if (!command.isEmpty()) {
        command.append('\n').append(line);
      }
    }
    return all;
  }

  private static String run(String command, Map<String, String> variables) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    return out.replaceAll("[0-9]{4}-[0-9-]+T[0-9:.]+Z", "2026-01-31T16:00:00.000Z");
  }

  @Test
  void every_call_of_the_docs_works_as_it_stands() throws Exception {
    SharedEmulator.clear(People.PROJECT);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    AcmePast.of(Acme.at(SharedEmulator.firestore(), now), now);
    Map<String, String> wrong = new TreeMap<>();
    try (TestedFunction function =
        TestedFunction.start(
            "status",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()))) {
      String address = function.at("").toString();
      Map<String, String> variables =
          Map.of(
              "A",
              "Authorization: " + People.header("admin").orElseThrow(),
              "J",
              "Content-Type: application/json",
              "API",
              address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
      List<Shown> calls = shown();
      assertThat(calls).hasSizeGreaterThan(9);
      for (Shown call : calls) {
        String answer = run(call.command(), variables);
        if (!answer.equals(call.answer())) {
          wrong.put(call.command(), answer);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
