package dev.maestro.local.router;

import dev.maestro.emulator.process.Backoff;
import dev.maestro.local.http.HttpCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Brings events to functions, each at least once: what is refused, fails or times out is tried
 * again until it is taken. An answer 4xx (other than 408, 425, 429) drops the event.
 *
 * <p>Waiting events share 64 MiB. When it is full, an offer waits for room, which makes the
 * emulator wait; after 30 s it is turned away and counted as dropped.
 */
final class Delivery implements AutoCloseable {
  private static final int ROOM_KIB = 64 * 1024;
  private static final int WORKERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(70);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Semaphore room;
  private final Duration roomPatience;
  private final Consumer<String> notices;
  private final ScheduledThreadPoolExecutor workers;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong retried = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();

  /** Tells people by a sentence about every event that is dropped. */
  Delivery(Consumer<String> notices) {
    this(notices, ROOM_KIB, Duration.ofSeconds(30));
  }

  Delivery(Consumer<String> notices, int roomKib, Duration roomPatience) {
    this.notices = notices;
    this.room = new Semaphore(roomKib);
    this.roomPatience = roomPatience;
    workers = new ScheduledThreadPoolExecutor(WORKERS, Delivery::daemon);
    workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** What has become of the events so far. */
  DeliveryCounts counts() {
    return new DeliveryCounts(delivered.get(), retried.get(), dropped.get(), waiting.get());
  }

  /** Takes an event; false if there was no room for it, or everything is being closed. */
  boolean offer(TriggerEvent event, URI function) {
    try {
      if (!room.tryAcquire(event.kibibytes(), roomPatience.toMillis(), TimeUnit.MILLISECONDS)) {
        drop(event, function, "too many events wait");
        return false;
      }
      waiting.incrementAndGet();
      workers.execute(() -> attempt(event, function, 1));
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } catch (RejectedExecutionException closing) {
      return false;
    }
  }

  private void attempt(TriggerEvent event, URI function, int number) {
    try {
      HttpCalls.Answer answer = HttpCalls.post(function, event.headers(), event.body(), PATIENCE);
      if (answer.mayBeTakenLater()) {
        again(event, function, number);
      } else if (answer.isGood()) {
        delivered.incrementAndGet();
        leave(event);
      } else {
        drop(event, function, "it was answered with " + answer.status());
        leave(event);
      }
    } catch (IOException gone) {
      again(event, function, number);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void again(TriggerEvent event, URI function, int number) {
    retried.incrementAndGet();
    try {
      ScheduledFuture<?> unused =
          workers.schedule(
              () -> attempt(event, function, number + 1),
              BACKOFF.after(number).toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      leave(event);
    }
  }

  private void leave(TriggerEvent event) {
    waiting.decrementAndGet();
    room.release(event.kibibytes());
  }

  private void drop(TriggerEvent event, URI function, String why) {
    // Told first: who sees it counted can read why.
    notices.accept("event " + event.id() + " to " + function + " is dropped: " + why);
    dropped.incrementAndGet();
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "trigger-delivery");
    thread.setDaemon(true);
    return thread;
  }
}
