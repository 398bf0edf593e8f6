package dev.maestro.market.host;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A thread on which code that is not ours is asked, one question at a time. Whoever asked may stop
 * waiting; the code may go on all the same, and {@link #isBusy} tells.
 */
final class OwnThread {
  private final String name;

  private volatile Optional<Thread> thread = Optional.empty();
  private volatile boolean busy;

  OwnThread(String name) {
    this.name = name;
  }

  /** True while a question has not come back, even if nobody waits for it any more. */
  boolean isBusy() {
    return busy;
  }

  /**
   * Asks; the future completes if the code comes back.
   *
   * @param question answers whatever happens: it throws nothing
   */
  <T> CompletableFuture<T> ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              T given = question.get();
              busy = false;
              answer.complete(given);
            },
            name);
    busy = true;
    worker.setDaemon(true);
    thread = Optional.of(worker);
    worker.start();
    return answer;
  }

  /** Asks it to stop; whether it listens shows in {@link #isBusy}. */
  void interrupt() {
    thread.ifPresent(Thread::interrupt);
  }
}
