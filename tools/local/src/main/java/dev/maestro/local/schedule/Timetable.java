package dev.maestro.local.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs jobs when they are due by a clock, each on a thread of its own. A job that takes longer than
 * its interval misses the times in between, as Cloud Scheduler's jobs do.
 */
public final class Timetable implements AutoCloseable {
  private static final long LOOK_MILLIS = 20;

  private final Clock clock;
  private final Consumer<String> notices;
  private final List<Thread> threads = new ArrayList<>();

  /** What is done at a time that is due. */
  @FunctionalInterface
  public interface Job {
    /** Does it for the time at which it was due. */
    void run(Instant due) throws InterruptedException;
  }

  /**
   * Begins empty.
   *
   * @param clock may run faster than the system's
   * @param notices takes a sentence about every job that failed
   */
  public Timetable(Clock clock, Consumer<String> notices) {
    this.clock = clock;
    this.notices = notices;
  }

  /** Runs a job from now on, first at the first time after the given one. */
  public void add(String name, CronLine line, Instant after, Job job) {
    Thread thread = new Thread(() -> follow(name, line, after, job), "schedule-" + name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void follow(String name, CronLine line, Instant after, Job job) {
    Instant due = line.next(after);
    try {
      while (true) {
        while (clock.instant().isBefore(due)) {
          Thread.sleep(LOOK_MILLIS);
        }
        attempt(name, due, job);
        due = next(line, due);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** The time after this one, or the newest that has come meanwhile. */
  private Instant next(CronLine line, Instant done) {
    Instant now = clock.instant();
    Instant due = line.next(done);
    Instant later = line.next(due);
    while (!later.isAfter(now)) {
      due = later;
      later = line.next(due);
    }
    return due;
  }

  private void attempt(String name, Instant due, Job job) throws InterruptedException {
    try {
      job.run(due);
    } catch (RuntimeException failure) {
      notices.accept(name + " at " + due + " failed: " + failure.getMessage());
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
