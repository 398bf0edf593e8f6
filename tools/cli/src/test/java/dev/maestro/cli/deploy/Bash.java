package dev.maestro.cli.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of bash.
 *
 * @param exitCode 0 if it went well
 * @param out both outputs
 */
record Bash(int exitCode, String out) {
  /** Runs a script that is given on standard input, in a folder. */
  static Bash run(Path folder, Map<String, String> environment, String script, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Bash(process.waitFor(), out);
  }
}
