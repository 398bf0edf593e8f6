package dev.maestro.firestore.claim.race;

import dev.maestro.engine.claim.LedgerPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Executors of one process, working off nudges in several threads. */
public final class RacingTeam {
  private final List<LedgerPort> doors;
  private final ModelBroker broker;
  private final Path notes;
  private final Runnable checkpoint;
  private final Map<Integer, RacingExecutor> executors = new ConcurrentHashMap<>();

  /**
   * Asks at two doors, an executor always at the same; each keeps its notes below the folder. One
   * in six uses the second door: where both are busy at once, each command takes seconds.
   */
  public RacingTeam(
      List<? extends LedgerPort> doors, ModelBroker broker, Path notes, Runnable checkpoint) {
    this.doors = List.copyOf(doors);
    this.broker = broker;
    this.notes = notes;
    this.checkpoint = checkpoint;
  }

  /** Works them off and tells of each that is done. */
  public void work(List<Nudge> nudges, int threads, Consumer<Nudge> done) throws Exception {
    Queue<Nudge> waiting = new ConcurrentLinkedQueue<>(nudges);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(() -> workOff(waiting, done));
      }
      for (Future<Void> worker : pool.invokeAll(workers)) {
        worker.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private Void workOff(Queue<Nudge> waiting, Consumer<Nudge> done) {
    for (Nudge next = waiting.poll(); next != null; next = waiting.poll()) {
      executors.computeIfAbsent(next.executor(), this::executor).work(next.nonce());
      done.accept(next);
    }
    return null;
  }

  private RacingExecutor executor(int number) {
    return new RacingExecutor(
        doors.get(number % 6 == 5 ? doors.size() - 1 : 0),
        broker,
        notes.resolve("executor-" + number),
        checkpoint);
  }
}
