package dev.maestro.local.push;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Several instances of one function, each at one event at a time, as they are deployed. An event
 * that finds none free waits ten seconds and is answered with 429 then, as Cloud Run does; an
 * instance that does not answer gets no further event.
 */
public final class InstancePool implements PushTarget {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NONE_FREE = 429;
  private static final int GONE = 503;

  private final Duration patience;
  private final BlockingQueue<PushTarget> free;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final SortedMap<Integer, Integer> answers = new TreeMap<>();

  /**
   * What came so far.
   *
   * @param messages that came at all
   * @param taken messages that were answered with 2xx once
   * @param answers deliveries by the status they were answered with
   */
  public record Counts(int messages, int taken, SortedMap<Integer, Integer> answers) {
    /** How often a message came again. */
    public int redeliveries() {
      return answers.values().stream().mapToInt(Integer::intValue).sum() - messages;
    }
  }

  /** All of them are free. */
  public InstancePool(List<PushTarget> instances) {
    this(instances, PATIENCE);
  }

  /** The same with another patience. */
  InstancePool(List<PushTarget> instances, Duration patience) {
    this.patience = patience;
    this.free = new LinkedBlockingQueue<>(instances);
  }

  @Override
  public int take(Map<String, String> headers, byte[] body) throws InterruptedException {
    String id = headers.getOrDefault("ce-id", "");
    PushTarget instance = free.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    int status = instance == null ? NONE_FREE : ask(instance, headers, body);
    note(id, status);
    return status;
  }

  private synchronized void note(String id, int status) {
    seen.add(id);
    answers.merge(status, 1, Integer::sum);
    if (status >= 200 && status < 300) {
      taken.add(id);
      notifyAll();
    }
  }

  private int ask(PushTarget instance, Map<String, String> headers, byte[] body)
      throws InterruptedException {
    try {
      int status = instance.take(headers, body);
      free.add(instance);
      return status;
    } catch (IOException gone) {
      return GONE;
    }
  }

  /** What came so far; what is on its way now is not in it. */
  public synchronized Counts counts() {
    return new Counts(seen.size(), taken.size(), new TreeMap<>(answers));
  }

  /**
   * Waits until so many messages have been taken since the beginning.
   *
   * @return what came, as soon as they are
   * @throws IllegalStateException with what came if they are not in time
   */
  public synchronized Counts awaitTaken(int messages, Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (taken.size() < messages) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException(messages + " messages were expected: " + counts());
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return counts();
  }
}
