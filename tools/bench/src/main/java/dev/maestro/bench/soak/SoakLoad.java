package dev.maestro.bench.soak;

import dev.maestro.bench.close.CloseStage;
import dev.maestro.bench.process.LoadedFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 200,000 requests against a process of {@code status} and 20,000 closes against one of {@code
 * reweigh}, each with a heap of 256 MiB: what lives in their heaps after a full collection, ten
 * times on the way. It fails if either ends with a tenth more than it had after the first tenth, or
 * anything was answered with 5xx.
 */
public final class SoakLoad {
  private static final int REQUESTS = 200_000;
  private static final int CLOSES = 20_000;
  private static final int PARTS = 10;
  private static final double MOST_GROWTH = 1.1;

  private SoakLoad() {}

  /** Runs everything once and prints it; a number makes it that much shorter. */
  public static void main(String[] arguments) throws Exception {
    int shorter = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("maestro-soak");
    boolean isFlat;
    try (CloseStage stage = CloseStage.start(folder)) {
      Map<String, String> environment =
          Map.of(
              "GOOGLE_CLOUD_PROJECT", CloseStage.PROJECT, "FIRESTORE_EMULATOR_HOST", stage.host());
      isFlat =
          run("status", "status.StatusFunction", environment, folder, REQUESTS / shorter, stage);
      isFlat &=
          run("reweigh", "reweigh.ReweighFunction", environment, folder, CLOSES / shorter, stage);
    }
    if (!isFlat) {
      throw new IllegalStateException("a heap has grown");
    }
  }

  private static boolean run(
      String name,
      String entryPoint,
      Map<String, String> environment,
      Path folder,
      int calls,
      CloseStage stage)
      throws Exception {
    try (LoadedFunction function = LoadedFunction.start(name, entryPoint, environment, folder)) {
      SoakCalls made =
          name.equals("status")
              ? new SoakRequests(function, stage)
              : new SoakCloses(function, stage);
      made.prepare(calls);
      HeapCurve curve = new HeapCurve(made.what());
      int part = calls / PARTS;
      for (int i = 0; i < PARTS; i++) {
        List<Integer> failed = ManyCalls.run(i * part, (i + 1) * part, made::status);
        if (!failed.isEmpty()) {
          throw new IllegalStateException(name + " answered " + failed.subList(0, 1));
        }
        curve.add((i + 1) * part, function.liveBytes());
      }
      System.out.println(curve.table());
      System.out.printf(Locale.ROOT, "statuses of %s: %s%n%n", name, made.statuses());
      return curve.growth() <= MOST_GROWTH;
    }
  }
}
