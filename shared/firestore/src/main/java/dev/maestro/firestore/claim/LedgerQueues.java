package dev.maestro.firestore.claim;

import dev.maestro.engine.port.UnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets one process send one command of a ledger at a time: its own commands would only get in each
 * other's way. Between processes the store decides. A kill switch does not queue.
 */
final class LedgerQueues {
  private static final int QUEUES = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ReentrantLock[] queues =
      Stream.generate(() -> new ReentrantLock(true)).limit(QUEUES).toArray(ReentrantLock[]::new);

  /**
   * Waits for its turn, then runs the command.
   *
   * @throws UnavailableException if its turn does not come in time; nothing was run
   */
  <T> T inTurn(String ledger, Supplier<T> command) {
    ReentrantLock queue = queues[Math.floorMod(ledger.hashCode(), QUEUES)];
    enter(queue);
    try {
      return command.get();
    } finally {
      queue.unlock();
    }
  }

  private static void enter(ReentrantLock queue) {
    try {
      if (!queue.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnavailableException("too many commands at once on one ledger: ask again");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for a ledger", stop);
    }
  }
}
