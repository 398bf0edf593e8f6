package dev.maestro.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./maestro bench [NAME...]}: runs benchmarks, all without a name, and writes what they say
 * into docs/performance.md. It works in the root of the project.
 */
public final class BenchMain {
  private static final Path DOC = Path.of("docs", "performance.md");
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private BenchMain() {}

  /**
   * Ends with 2 for a name that there is not, and with 1 where one fails; others run all the same.
   */
  public static void main(String[] names) throws Exception {
    List<Bench> benches;
    try {
      benches =
          names.length == 0
              ? List.of(Bench.values())
              : Arrays.stream(names).map(Bench::named).toList();
      for (Bench bench : benches) {
        PerformanceDoc.with(Files.readString(DOC), bench.word(), List.of());
      }
    } catch (IllegalArgumentException unknown) {
      System.err.println("maestro: " + unknown.getMessage());
      System.exit(WRONG_USAGE);
      return;
    }
    List<Bench> failed = new ArrayList<>();
    for (Bench bench : benches) {
      try {
        measure(bench);
      } catch (Exception broken) {
        System.err.println("maestro: bench " + bench.word() + " failed, its table stays:");
        broken.printStackTrace();
        failed.add(bench);
      }
    }
    System.exit(failed.isEmpty() ? 0 : FAILED);
  }

  private static void measure(Bench bench) throws Exception {
    double before = Machine.load();
    List<String> said = bench.run();
    List<String> lines = new ArrayList<>();
    lines.add("`./maestro bench " + bench.word() + "`: " + Machine.line(before, Machine.load()));
    lines.add("");
    lines.addAll(said);
    lines.forEach(System.out::println);
    write(bench, lines);
  }

  /** Read anew: a run takes minutes, in which somebody may write. */
  private static void write(Bench bench, List<String> lines) throws IOException {
    Files.writeString(DOC, PerformanceDoc.with(Files.readString(DOC), bench.word(), lines));
  }
}
