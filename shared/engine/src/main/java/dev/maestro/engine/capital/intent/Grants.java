package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that were claimed within the last hour, oldest first. Repeated claims are not among
 * them: they hand out nothing new.
 *
 * @param lastHour those whose age was below an hour when the newest came
 */
public record Grants(List<Grant> lastHour) {
  /** None. */
  public static final Grants NONE = new Grants(List.of());

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Keeps its own list. */
  public Grants {
    lastHour = List.copyOf(lastHour);
  }

  /** Entries of one strategy, symbol and side claimed within the hour before now. */
  public int withinHour(PositionKey key, OrderSide side, Instant now) {
    Instant start = now.minus(HOUR);
    int count = 0;
    for (Grant grant : lastHour) {
      if (grant.side() == side && grant.at().isAfter(start) && grant.key().equals(key)) {
        count++;
      }
    }
    return count;
  }

  /** Entries claimed within the minute before now. */
  public int withinMinute(Instant now) {
    Instant start = now.minus(MINUTE);
    int count = 0;
    for (Grant grant : lastHour) {
      count += grant.at().isAfter(start) ? 1 : 0;
    }
    return count;
  }

  /** With one more; without those that are an hour old. */
  public Grants with(PositionKey key, OrderSide side, Instant now) {
    Instant start = now.minus(HOUR);
    List<Grant> kept = new ArrayList<>(lastHour.size() + 1);
    for (Grant grant : lastHour) {
      if (grant.at().isAfter(start)) {
        kept.add(grant);
      }
    }
    kept.add(new Grant(key, side, now));
    return new Grants(kept);
  }

  /**
   * One entry that was handed out.
   *
   * @param at when it was claimed first
   */
  public record Grant(PositionKey key, OrderSide side, Instant at) {}
}
