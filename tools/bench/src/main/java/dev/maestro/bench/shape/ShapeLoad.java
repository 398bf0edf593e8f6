package dev.maestro.bench.shape;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.local.push.InstancePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Slots of 10 and of 1,000 tenants with 20 strategies each through the functions themselves:
 * orchestrate publishes, the Pub/Sub emulator pushes to two instances of conduct, and the Firestore
 * emulator holds it all. After a warm-up and the measured slots one more is started twice. The
 * store must hold exactly one decision of every tenant and slot, or it ends with an error.
 *
 * <p>{@code MAESTRO_BENCH_TENANTS} says how many instead of 1,000.
 */
public final class ShapeLoad {
  private static final String VARIABLE = "MAESTRO_BENCH_TENANTS";
  private static final int FEW = 10;
  private static final int MANY = 1_000;
  private static final int MOST = 2_500;

  /** Decisions before and while it is measured, at least: small runs take more slots. */
  private static final int WARM_UP = 100;

  private static final int MEASURED = 60;

  private ShapeLoad() {}

  /** What the measured slots of so many tenants took. */
  private record Figures(int tenants, List<Duration> walls, ShapeUse use, List<SlotLine> lines) {
    double micros(Duration processor) {
      return processor.toNanos() / 1e3 / tenants / walls.size();
    }

    Duration wall() {
      return walls.stream().sorted().toList().get(walls.size() / 2);
    }
  }

  /** A slot, what it was, and what Pub/Sub did for it. */
  private record SlotLine(Duration wall, ShapeUse use, int redeliveries, int takenOver) {}

  /** Runs everything and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int many = tenants(Optional.ofNullable(System.getenv(VARIABLE)).orElse(String.valueOf(MANY)));
    System.out.println(
        "| tenants | slots, decided once each | wall time of a slot | conduct, processor time of a"
            + " tenant's slot | beside 10 tenants | Firestore emulator | orchestrate | delivered"
            + " again | taken over |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    Figures few = run(FEW);
    print(few, few);
    print(run(many), few);
  }

  /** How many, from a text. */
  static int tenants(String text) {
    int count = text.matches("[0-9]{2,4}") ? Integer.parseInt(text) : 0;
    if (count < FEW || count > MOST) {
      throw new IllegalArgumentException(
          VARIABLE + " must be from " + FEW + " to " + MOST + " tenants, got '" + text + "'");
    }
    return count;
  }

  private static Figures run(int count) throws Exception {
    Path folder = Files.createTempDirectory("maestro-shape");
    try (ShapeStage stage = new ShapeStage(count, folder)) {
      ShapeTenants tenants = new ShapeTenants(stage.firestore, count);
      tenants.create(stage.clock.instant());
      List<SlotLine> lines = new ArrayList<>();
      for (int i = 0; i < slots(WARM_UP, count); i++) {
        lines.add(slot(stage, tenants, 1));
      }
      List<SlotLine> measured = new ArrayList<>();
      for (int i = 0; i < slots(MEASURED, count); i++) {
        measured.add(slot(stage, tenants, 1));
      }
      lines.addAll(measured);
      lines.add(slot(stage, tenants, 2));
      return new Figures(
          count,
          measured.stream().map(SlotLine::wall).toList(),
          measured.stream().map(SlotLine::use).reduce(ShapeUse.NONE, ShapeUse::plus),
          lines);
    }
  }

  private static int slots(int decisions, int tenants) {
    return Math.max(1, decisions / tenants);
  }

  /** One slot from the call of Scheduler to the last answer, then read back from the store. */
  private static SlotLine slot(ShapeStage stage, ShapeTenants tenants, int starts)
      throws IOException, InterruptedException {
    Slot slot = stage.next();
    tenants.send(slot);
    InstancePool.Counts before = stage.counts();
    ShapeUse used = stage.use();
    long start = System.nanoTime();
    for (int i = 0; i < starts; i++) {
      stage.start(slot, tenants.count());
    }
    stage.awaitTaken(before, starts * tenants.count());
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    ShapeUse use = stage.use().since(used);
    int takenOver = new DecidedSlots(stage.firestore).check(slot, tenants.ids());
    int again = stage.counts().redeliveries() - before.redeliveries();
    return new SlotLine(wall, use, again, takenOver);
  }

  private static void print(Figures own, Figures few) {
    double conduct = own.micros(own.use.conduct());
    System.out.printf(
        Locale.ROOT,
        "| %,d | %d | %.1f s (%.1f to %.1f) | %,.0f us | %.2f | %,.0f us | %,.0f us | %d | %d |%n",
        own.tenants,
        own.lines.size(),
        seconds(own.wall()),
        seconds(own.walls.stream().min(Comparator.naturalOrder()).orElseThrow()),
        seconds(own.walls.stream().max(Comparator.naturalOrder()).orElseThrow()),
        conduct,
        conduct / few.micros(few.use.conduct()),
        own.micros(own.use.firestore()),
        own.micros(own.use.orchestrate()),
        own.lines.stream().mapToInt(SlotLine::redeliveries).sum(),
        own.lines.stream().mapToInt(SlotLine::takenOver).sum());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
