package dev.maestro.bench.coldstart;

import dev.maestro.emulator.Emulator;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From the start of a process to its first answer that needed Firestore, on one core, for every
 * function in both flavours, in turns with an empty function under the same options. What counts is
 * the processor time: the wall time is that of whatever else the machine does, too.
 */
public final class ColdStartLoad {
  private static final String PROJECT = "demo-cold";
  private static final int ROUNDS = 5;

  private final Path folder;
  private final Flavours flavours;
  private final Map<String, String> cloud;

  private ColdStartLoad(Path folder, String firestore) {
    this.folder = folder;
    this.flavours = new Flavours(folder);
    this.cloud =
        Map.of(
            "GOOGLE_CLOUD_PROJECT",
            PROJECT,
            "FIRESTORE_EMULATOR_HOST",
            firestore,
            "PUBSUB_EMULATOR_HOST",
            "127.0.0.1:9",
            "MAESTRO_AUDIENCE",
            FirstQuestion.AUDIENCE,
            "MAESTRO_SERVICE_CALLERS",
            FirstQuestion.SCHEDULER);
  }

  /** Runs everything once and prints two tables. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("maestro-bench");
    try (Emulator emulator = Emulator.firestore(Emulator.FirestoreOptions.on(folder))) {
      ColdStartLoad load = new ColdStartLoad(folder, emulator.host());
      Path empty = load.flavours.emptyJar();
      load.flavours.buildImage();
      System.out.println(
          "| function | flavour | answer | processor time, median | least to most | of an empty"
              + " function | wall, median |");
      System.out.println("|---|---|---|---|---|---|---|");
      load.measure("image", function -> load.flavours.inImage(empty), load.flavours.inImage(empty));
      load.measure(
          "jar", function -> load.flavours.fromJar(function.jar()), load.flavours.fromJar(empty));
      System.out.println();
      JarContents.print(FunctionTable.all(), System.out);
    }
    delete(folder);
  }

  /** The merged jar and the archive are large; where something failed they stay, with the logs. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void measure(
      String flavour, Function<DeployedFunction, List<String>> command, List<String> empty)
      throws IOException, InterruptedException {
    List<Start> nothing = new ArrayList<>();
    List<List<Start>> starts = new ArrayList<>();
    FunctionTable.all().forEach(function -> starts.add(new ArrayList<>()));
    for (int round = 0; round < ROUNDS; round++) {
      nothing.add(start(empty, EmptyFunction.class.getName(), FirstQuestion.ANY));
      for (int i = 0; i < starts.size(); i++) {
        DeployedFunction function = FunctionTable.all().get(i);
        starts
            .get(i)
            .add(
                start(
                    command.apply(function),
                    function.entryPoint(),
                    FirstQuestion.of(function, PROJECT)));
      }
    }
    tell("an empty one", flavour, nothing, nothing);
    for (int i = 0; i < starts.size(); i++) {
      tell(FunctionTable.all().get(i).id(), flavour, starts.get(i), nothing);
    }
  }

  private Start start(List<String> command, String target, FirstQuestion question)
      throws IOException, InterruptedException {
    return Start.of(command, target, question, cloud, folder.resolve("functions.log"));
  }

  private static void tell(String name, String flavour, List<Start> starts, List<Start> nothing) {
    List<Duration> used = starts.stream().map(Start::processor).sorted().toList();
    List<Duration> bare = nothing.stream().map(Start::processor).sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %.2f s | %.2f to %.2f | %.2f x | %.2f s |%n",
        name,
        flavour,
        starts.get(0).status(),
        seconds(middle(used)),
        seconds(used.get(0)),
        seconds(used.get(used.size() - 1)),
        seconds(middle(used)) / seconds(middle(bare)),
        seconds(middle(starts.stream().map(Start::wall).sorted().toList())));
  }

  private static <T extends Comparable<T>> T middle(List<T> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
