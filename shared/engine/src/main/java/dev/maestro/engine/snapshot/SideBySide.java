package dev.maestro.engine.snapshot;

import dev.maestro.engine.port.UnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Waits for the answers of a store side by side, a few at a time; the order is that of the asking.
 */
final class SideBySide {
  /** A store of one tenant serves so many calls at once without queues. */
  private static final int AT_ONCE = 8;

  private SideBySide() {}

  /**
   * What a question gives for each.
   *
   * @param ask is called from several threads
   * @throws RuntimeException the first that any of them threw, in their order
   */
  static <T, R> List<R> ask(Collection<T> all, Function<T, R> ask) {
    if (all.size() < 2) {
      return all.stream().map(ask).toList();
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, all.size()));
    try {
      List<Future<R>> asked = new ArrayList<>();
      all.forEach(one -> asked.add(threads.submit(() -> ask.apply(one))));
      List<R> answers = new ArrayList<>();
      for (Future<R> one : asked) {
        answers.add(answer(one));
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> R answer(Future<R> asked) {
    try {
      return asked.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for the store", stop);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a question to the store failed", failed);
    }
  }
}
