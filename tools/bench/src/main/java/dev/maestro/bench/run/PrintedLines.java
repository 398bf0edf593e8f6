package dev.maestro.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A load that prints its medians and its comparison itself: lines of a table as they are, others as
 * a block. They are shown while it runs, too.
 */
record PrintedLines(Load load) implements Bench.Measuring {
  /** The main method of a load. */
  @FunctionalInterface
  interface Load {
    void run(String[] arguments) throws Exception;
  }

  @Override
  public List<String> run() throws Exception {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    PrintStream shown = System.out;
    try (PrintStream both = new PrintStream(new Twice(kept, shown), true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      load.run(new String[0]);
    } finally {
      System.setOut(shown);
    }
    return block(kept.toString(StandardCharsets.UTF_8).lines().toList());
  }

  static List<String> block(List<String> printed) {
    if (printed.stream().allMatch(line -> line.isEmpty() || line.startsWith("|"))) {
      return printed;
    }
    List<String> lines = new ArrayList<>();
    lines.add("```");
    lines.addAll(printed);
    lines.add("```");
    return lines;
  }

  /** Writes to two. */
  private static final class Twice extends OutputStream {
    private final OutputStream first;
    private final PrintStream second;

    Twice(OutputStream first, PrintStream second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void write(int octet) throws IOException {
      first.write(octet);
      second.write(octet);
    }

    @Override
    public void flush() {
      second.flush();
    }
  }
}
