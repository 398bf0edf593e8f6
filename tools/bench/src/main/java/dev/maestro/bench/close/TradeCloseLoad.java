package dev.maestro.bench.close;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a trade close costs in Firestore: documents and calls at three lengths of the journal, 2,000
 * closes of one user, and 1,000 closes over 100 users beside a bare loop of the same calls.
 *
 * <p>Run it with {@code ./maestro bench close}. Its figures stand in docs/performance.md.
 */
public final class TradeCloseLoad {
  private static final int[] LENGTHS = {100, 10_000, 100_000};
  private static final int CLOSES_AT_A_LENGTH = 50;
  private static final int ONE_USER = 2_000;
  private static final int USERS = 100;
  private static final int CLOSES_PER_USER = 10;
  private static final int TRADES_BEFORE = 400;
  private static final int WORKERS = 4;
  private static final int ROUNDS = 3;

  private final CloseStage stage;
  private final PrintStream out;

  private TradeCloseLoad(CloseStage stage, PrintStream out) {
    this.stage = stage;
    this.out = out;
  }

  /** Runs everything once and prints it. */
  public static void main(String[] arguments) throws Exception {
    try (CloseStage stage = CloseStage.start(Files.createTempDirectory("maestro-bench"))) {
      TradeCloseLoad load = new TradeCloseLoad(stage, System.out);
      load.manyUsers();
      load.oneUser();
      for (int length : LENGTHS) {
        load.atLength(length);
      }
    }
  }

  /** One close after the other behind a journal of this length, and each of them once more. */
  private void atLength(int length) throws InterruptedException, ExecutionException {
    Uid uid = new Uid("journal-" + length);
    stage.store(uid, 0, length);
    long start = System.nanoTime();
    stage.begin(uid);
    double rebuilt = (System.nanoTime() - start) / 1e6;
    int end = length + CLOSES_AT_A_LENGTH;
    stage.store(uid, length, end);
    IoMeter.Count before = stage.meter.count();
    Workers.Times closes = Workers.run(1, deliveries(uid, length, end, true));
    IoMeter.Count close = stage.meter.count().since(before);
    before = stage.meter.count();
    Workers.run(1, deliveries(uid, length, end, false));
    IoMeter.Count duplicate = stage.meter.count().since(before);
    print(
        "journal of %,7d: close %s, duplicate %s (documents read, written, calls); %s; rebuild %.0f"
            + " ms",
        length,
        per(close, CLOSES_AT_A_LENGTH),
        per(duplicate, CLOSES_AT_A_LENGTH),
        closes.told(),
        rebuilt);
  }

  private List<Runnable> deliveries(Uid uid, int first, int end, boolean isEffective) {
    List<Runnable> deliveries = new ArrayList<>();
    for (int i = first; i < end; i++) {
      int trade = i;
      deliveries.add(() -> check(stage.deliver(uid, trade) == isEffective, "trade " + trade));
    }
    return deliveries;
  }

  /** Every close of one user, three of ten twice, in no order, two at once. */
  private void oneUser() throws InterruptedException, ExecutionException {
    Uid uid = new Uid("one");
    stage.begin(uid);
    stage.store(uid, 0, ONE_USER);
    AtomicInteger changes = new AtomicInteger();
    List<Runnable> events = new ArrayList<>();
    for (int i = 0; i < ONE_USER * 13 / 10; i++) {
      int trade = i % ONE_USER;
      events.add(() -> changes.addAndGet(stage.deliver(uid, trade) ? 1 : 0));
    }
    Collections.shuffle(events, new Random(7));
    IoMeter.Count before = stage.meter.count();
    Workers.Times times = Workers.run(2, events);
    IoMeter.Count count = stage.meter.count().since(before);
    long revision = checkOneUser(uid, changes.get());
    print(
        "one user: %,d deliveries of %,d closes, 2 at once: %s; revision %d = 1 + effective"
            + " changes; %s; weights = a rebuild's = those of the file",
        events.size(), ONE_USER, times.told(), revision, whole(count));
  }

  private long checkOneUser(Uid uid, int changes) {
    DocumentSnapshot document =
        StoreCalls.await(stage.firestore.document(Paths.weights(uid)).get());
    Fields published = StoredFields.of(document);
    AgentWeights expected = BenchTrades.weighed(ONE_USER);
    expected
        .agents()
        .forEach(
            agent ->
                check(
                    published
                        .fields("weights")
                        .get(agent.performance().agentId(), Kinds.TEXT)
                        .equals(agent.weight().toPlainString()),
                    "weight of " + agent));
    long revision = published.get("revision", Kinds.WHOLE);
    check(revision == 1 + changes, "revision " + revision + " after " + changes + " changes");
    List<Long> logged =
        StoreCalls.await(
                stage
                    .firestore
                    .collection(Paths.WEIGHTS_LOGS)
                    .whereEqualTo("uid", uid.value())
                    .get())
            .getDocuments()
            .stream()
            .map(entry -> StoredFields.of(entry).get("revision", Kinds.WHOLE))
            .sorted()
            .toList();
    check(
        logged.size() == revision && logged.stream().distinct().count() == revision,
        "log entries " + logged.size());
    check(!stage.reweighing.rebuild(uid, "check", CloseStage.NOW).isChanged(), "unlike a rebuild");
    return revision;
  }

  /** Users whose windows are full, each close in its turn but all users at once. */
  private void manyUsers() throws InterruptedException, ExecutionException {
    stage.store(new Uid("model"), 0, TRADES_BEFORE);
    stage.begin(new Uid("model"));
    List<BareLoop> bare = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      Uid uid = new Uid("user-" + user);
      stage.copyWeights(new Uid("model"), uid);
      stage.store(uid, TRADES_BEFORE, TRADES_BEFORE + CLOSES_PER_USER * (ROUNDS + 1));
      bare.add(new BareLoop(stage.firestore, uid));
    }
    for (int round = 0; round <= ROUNDS; round++) {
      Workers.Times loop = Workers.run(WORKERS, bareTasks(bare));
      IoMeter.Count before = stage.meter.count();
      Workers.Times closes = Workers.run(WORKERS, closes(round));
      IoMeter.Count count = stage.meter.count().since(before);
      print(
          "%s: closes %s (%s); bare %s; closes take %.2f x (p50), %.2f x (wall)",
          round == 0 ? "warm-up" : "round " + round,
          closes.told(),
          whole(count),
          loop.told(),
          closes.millis(0.5) / loop.millis(0.5),
          (double) closes.wallNanos() / loop.wallNanos());
    }
  }

  private List<Runnable> closes(int round) {
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < USERS * CLOSES_PER_USER; i++) {
      Uid uid = new Uid("user-" + i % USERS);
      int trade = TRADES_BEFORE + round * CLOSES_PER_USER + i / USERS;
      tasks.add(() -> check(stage.deliver(uid, trade), uid + " trade " + trade));
    }
    Collections.shuffle(tasks, new Random(round));
    return tasks;
  }

  private static List<Runnable> bareTasks(List<BareLoop> loops) {
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < USERS * CLOSES_PER_USER; i++) {
      BareLoop loop = loops.get(i % USERS);
      int trade = TRADES_BEFORE + i / USERS;
      tasks.add(() -> loop.readTwoWriteThree(trade));
    }
    Collections.shuffle(tasks, new Random(1));
    return tasks;
  }

  private static String per(IoMeter.Count count, int closes) {
    return String.format(
        Locale.ROOT,
        "%.2f, %.2f, %.2f",
        (double) count.reads() / closes,
        (double) count.writes() / closes,
        (double) count.calls() / closes);
  }

  private static String whole(IoMeter.Count count) {
    return String.format(
        Locale.ROOT,
        "%,d documents read, %,d sent, %,d calls",
        count.reads(),
        count.writes(),
        count.calls());
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not as it must be: " + what);
    }
  }

  private void print(String format, Object... values) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    out.printf(Locale.ROOT, "[load %4.1f] ", load);
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
