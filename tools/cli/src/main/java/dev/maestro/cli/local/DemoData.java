package dev.maestro.cli.local;

import java.time.Instant;

/** A tenant that something happens to, so that there is something to see. */
public interface DemoData extends AutoCloseable {
  /** Writes the tenant, its members and strategies, and its past, as of a time. */
  void seed(Instant now);

  /** Lets time pass: fresh bars, account and signals; now and then a trade closes. */
  void move(Instant now);

  @Override
  void close();

  /** An empty project. */
  static DemoData none() {
    return new DemoData() {
      @Override
      public void seed(Instant now) {}

      @Override
      public void move(Instant now) {}

      @Override
      public void close() {}
    };
  }
}
