package dev.maestro.engine.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;

/** Trades of a window for tests: an id, a second, and a return in percent. */
final class WindowTrades {
  private WindowTrades() {}

  static WindowTrade at(String id, long second) {
    return at(id, second, 1);
  }

  static WindowTrade at(String id, long second, int percent) {
    return new WindowTrade(
        id, Instant.ofEpochSecond(second), percent / 100.0, BigDecimal.valueOf(percent));
  }

  /** Few ids, few seconds and few values, so that they often meet. */
  static WindowTrade any(SplittableRandom random, int ids) {
    return at("t" + random.nextInt(ids), random.nextInt(12), random.nextInt(-2, 3));
  }
}
