package dev.maestro.engine.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mode in force of one strategy: a tighter one applies at once, a looser one when it was
 * computed on 2 further closed days.
 *
 * @param mode in force
 * @param decidedAt when the performance was last readable
 * @param lastClosedDay the newest closed day that was counted; empty before the first
 * @param looser the tightest of the looser modes computed since, and on how many closed days
 */
public record ThrottleMemory(
    ThrottleMode mode,
    Instant decidedAt,
    Optional<LocalDate> lastClosedDay,
    Optional<Looser> looser) {

  /** Closed days on which a looser mode must have been computed. */
  static final int LOOSEN_DAYS = 2;

  /** So long an old mode stands in for one that cannot be computed. */
  static final Duration STAND_IN = Duration.ofHours(24);

  /** A looser mode that waits. */
  public record Looser(ThrottleMode mode, int closedDays) {}

  /** The decision now, and what to remember of it; nothing if nothing is known. */
  public record Outcome(ThrottleDecision decision, Optional<ThrottleMemory> memory) {}

  /**
   * Decides with what is remembered; a strategy without memory takes what its rows call for. Rows
   * of today and later are not closed and do not count.
   */
  public static Outcome decide(
      Optional<ThrottleMemory> memory, List<DayResult> rows, Instant now, ThrottleConfig config) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<DayResult> closed = rows.stream().filter(day -> day.date().isBefore(today)).toList();
    ThrottleDecision computed = Throttle.decide(closed, config);
    Optional<LocalDate> newest = newest(closed);
    if (memory.isEmpty() || !memory.get().mode().isTighterThan(computed.mode())) {
      Optional<LocalDate> counted = later(memory.flatMap(ThrottleMemory::lastClosedDay), newest);
      ThrottleMemory next = new ThrottleMemory(computed.mode(), now, counted, Optional.empty());
      return new Outcome(computed, Optional.of(next));
    }
    return memory.get().waitWith(computed, newest, now);
  }

  /**
   * The decision where the performance cannot be read, which is not insufficient data: the last
   * mode stands if it is younger than 24 h, but never as ACTIVE; else SHADOW_MODE.
   */
  public static Outcome decideUnavailable(Optional<ThrottleMemory> memory, Instant now) {
    Optional<ThrottleMode> recent =
        memory
            .filter(old -> Duration.between(old.decidedAt(), now).abs().compareTo(STAND_IN) < 0)
            .map(old -> ThrottleMode.tighter(old.mode(), ThrottleMode.REDUCED));
    String why =
        recent.isPresent()
            ? "Performance unavailable. The last mode stands, at most REDUCED."
            : "Performance unavailable. Moving to SHADOW_MODE until it can be read.";
    return new Outcome(
        ThrottleDecision.unavailable(recent.orElse(ThrottleMode.SHADOW_MODE), why), memory);
  }

  /** A reading that ends earlier than one before does not make its days new again. */
  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(LocalDate::compareTo);
  }

  private static Optional<LocalDate> newest(List<DayResult> rows) {
    Optional<LocalDate> newest = Optional.empty();
    for (DayResult row : rows) {
      if (newest.isEmpty() || row.date().isAfter(newest.get())) {
        newest = Optional.of(row.date());
      }
    }
    return newest;
  }

  private Outcome waitWith(ThrottleDecision computed, Optional<LocalDate> newest, Instant now) {
    boolean further =
        newest.isPresent() && lastClosedDay.filter(d -> !newest.get().isAfter(d)).isEmpty();
    int days = looser.map(Looser::closedDays).orElse(0) + (further ? 1 : 0);
    ThrottleMode target =
        looser
            .map(old -> ThrottleMode.tighter(old.mode(), computed.mode()))
            .orElse(computed.mode());
    if (days >= LOOSEN_DAYS) {
      ThrottleMemory loosened = new ThrottleMemory(target, now, newest, Optional.empty());
      String why =
          computed.reasoning() + " Loosened to " + target + " only, as another day called for it.";
      return new Outcome(computed.atLeast(target, why), Optional.of(loosened));
    }
    ThrottleMemory waiting =
        new ThrottleMemory(
            mode,
            now,
            further ? newest : lastClosedDay,
            days == 0 ? Optional.empty() : Optional.of(new Looser(target, days)));
    String why =
        computed.reasoning()
            + " Held in "
            + mode
            + ": looser on "
            + days
            + " of "
            + LOOSEN_DAYS
            + " further closed days.";
    return new Outcome(computed.in(mode, why), Optional.of(waiting));
  }
}
