package dev.maestro.engine.limit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one instance has taken of a caller's minute and not used yet. Guarded by its own lock, so
 * that only calls of the same caller wait while more is fetched.
 */
final class Allowance {
  private final Map<CallKind, Integer> left = new EnumMap<>(CallKind.class);
  private Instant end;

  /** Nothing is known of the minute. */
  Allowance(Instant now) {
    this.end = now;
  }

  synchronized boolean isOver(Instant now) {
    return !now.isBefore(end);
  }

  synchronized Instant end() {
    return end;
  }

  /** Uses one call; false if there is none of the minute that counts now. */
  synchronized boolean take(CallKind kind, Instant now) {
    if (isOver(now)) {
      left.clear();
    }
    int calls = left.getOrDefault(kind, 0);
    if (calls > 0) {
      left.put(kind, calls - 1);
    }
    return calls > 0;
  }

  /** True if the store was asked in this minute and had no more. */
  synchronized boolean isUsedUp(CallKind kind) {
    return left.getOrDefault(kind, 0) < 0;
  }

  /** Keeps what was taken of a minute that ends then; 0: there was no more. */
  synchronized void add(Instant minuteEnd, CallKind kind, int calls) {
    if (!minuteEnd.equals(end)) {
      left.clear();
      end = minuteEnd;
    }
    left.put(kind, calls == 0 ? -1 : calls);
  }
}
