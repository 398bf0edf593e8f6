package dev.maestro.bench.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page reads and how soon it shows something, as the dashboard's browser suite counts it
 * between a browser and the emulators: documents of the first screen and of an hour of watching,
 * bytes of the scripts, the first content, from a trade to its bar. It takes Chromium, the built
 * page ({@code dashboard/run build}) and the built functions, and works in the root of the project.
 */
public final class DashboardLoad {
  private static final Path DASHBOARD = Path.of("dashboard");
  private static final String SAID = "\u2139 ";

  /** The beginnings of the names of tests; the first ones bring about what is read later. */
  private static final List<String> TESTS =
      List.of(
          "one click signs in",
          "a trade closes, and its bar moves",
          "the first screen reads",
          "the scripts of the page",
          "the first content stands");

  /** The beginnings of what they say. */
  private static final List<String> FIGURES =
      List.of("from the trade to the bar", "first screen", "first content");

  private DashboardLoad() {}

  /** Runs everything once and prints it. */
  public static void main(String[] arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("node", "--import", "tsx", "--test", "--test-reporter=spec", "--no-warnings"));
    TESTS.forEach(name -> command.add("--test-name-pattern=^" + name));
    command.add("test/browser/suite.test.ts");
    Path log = Files.createTempFile("maestro-dashboard", ".log");
    List<String> lines = run(command, log);
    List<String> figures =
        lines.stream()
            .filter(line -> line.startsWith(SAID))
            .map(line -> line.substring(SAID.length()))
            .filter(
                line -> line.contains(" bytes: ") || FIGURES.stream().anyMatch(line::startsWith))
            .toList();
    if (figures.size() <= FIGURES.size()) {
      throw new IllegalStateException("the browser suite said only " + figures + ": see " + log);
    }
    figures.forEach(System.out::println);
    Files.delete(log);
  }

  private static List<String> run(List<String> command, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(DASHBOARD.toFile());
    Process process = builder.start();
    List<String> lines;
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      lines = said.lines().toList();
    }
    Files.write(log, lines);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.get(0) + " failed: see " + log);
    }
    return lines;
  }
}
