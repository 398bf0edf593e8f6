package dev.maestro.cli.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An export worked out by hand: the P&amp;L and the capital of every trade as the arithmetic that
 * gives them, and the figures of every agent.
 *
 * @param file the export
 * @param options what has to be said to read it
 */
record HandFile(String file, List<String> options, List<Trade> trades, List<Agent> agents) {
  /** One closed trade. */
  record Trade(String agent, String pnl, String capital, double written) {}

  /** What the trades of an agent give; the names are those of the file. */
  record Agent(
      String agent, String standing, long trades, String mean, String sharpe, double weight) {}

  static HandFile read(Path path) {
    try {
      List<String> lines = Files.readAllLines(path);
      List<String[]> rows =
          lines.stream()
              .filter(line -> line.contains(" | ") && !line.startsWith("agent |"))
              .map(line -> line.split(" \\| ", -1))
              .toList();
      return new HandFile(
          after(lines, "file: "),
          List.of(after(lines, "options: ").split(" ", -1)).stream()
              .filter(word -> !word.isEmpty())
              .toList(),
          rows.stream().filter(row -> row.length == 4).map(HandFile::trade).toList(),
          rows.stream().filter(row -> row.length == 7).map(HandFile::agent).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String after(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name.strip()))
        .map(line -> line.substring(name.strip().length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private static Trade trade(String[] row) {
    return new Trade(row[0], row[1], row[2], Double.parseDouble(row[3]));
  }

  private static Agent agent(String[] row) {
    return new Agent(
        row[0], row[1], Long.parseLong(row[2]), row[3], row[5], Double.parseDouble(row[6]));
  }
}
