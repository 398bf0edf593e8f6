package dev.maestro.bench.coldstart;

import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One start of a function, to its first answer.
 *
 * @param wall from the start of the process; on a busy machine mostly waiting
 * @param processor what the process itself used until then
 * @param status of the answer
 */
record Start(Duration wall, Duration processor, int status) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * Starts a function on one core, asks it once and ends it.
   *
   * @param java the program and its options, class path and class to run
   */
  static Start of(
      List<String> java, String target, FirstQuestion question, Map<String, String> cloud, Path log)
      throws IOException, InterruptedException {
    int port = Ports.free();
    List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
    command.addAll(java);
    command.addAll(List.of("--target", target, "--port", String.valueOf(port)));
    long begin = System.nanoTime();
    try (ChildProcess process = ChildProcess.start(target, command, cloud, log)) {
      process.awaitPort(port, PATIENCE);
      HttpRequest request = question.at(URI.create("http://127.0.0.1:" + port)).build();
      int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      Duration wall = Duration.ofNanos(System.nanoTime() - begin);
      Duration processor =
          ProcessHandle.of(process.pid())
              .flatMap(known -> known.info().totalCpuDuration())
              .orElseThrow();
      return new Start(wall, processor, status);
    }
  }
}
