package dev.maestro.engine.throttle;

import dev.maestro.engine.throttle.PerformanceReading.Rows;
import dev.maestro.engine.throttle.PerformanceReading.Unavailable;
import dev.maestro.engine.throttle.mode.ThrottleMode;
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

  private static final String STANDS = " The last mode stands, at most REDUCED.";
  private static final String SHADOWED = " Moving to SHADOW_MODE until it can be read.";

  /** Of a strategy that was seen and never read: its first rows decide, and nothing stands in. */
  static final ThrottleMemory UNDECIDED =
      new ThrottleMemory(ThrottleMode.ACTIVE, Instant.EPOCH, Optional.empty(), Optional.empty());

  /** Of a strategy whose memory is lost: the tightest mode, to be loosened by days to come only. */
  public static ThrottleMemory lost(Instant now) {
    return new ThrottleMemory(
        ThrottleMode.SHADOW_MODE, now, Optional.of(dayOf(now).minusDays(1)), Optional.empty());
  }

  /** A looser mode that waits. */
  public record Looser(ThrottleMode mode, int closedDays) {}

  /** The decision now, and what to remember of it. */
  public record Outcome(ThrottleDecision decision, ThrottleMemory memory) {}

  /**
   * Decides with what is remembered; a strategy without memory takes what its rows call for. Rows
   * of today and later are not closed and do not count.
   */
  public static Outcome decide(
      Optional<ThrottleMemory> memory,
      PerformanceReading reading,
      Instant now,
      ThrottleConfig config) {
    LocalDate today = dayOf(now);
    PerformanceReading known =
        reading instanceof Rows rows ? RowsInOrder.before(today, rows, config) : reading;
    return known instanceof Rows rows
        ? decide(memory.map(old -> old.countedBefore(today)), rows, now, config)
        : decideUnavailable(memory, ThrottleDecision.unavailable(((Unavailable) known).why()), now);
  }

  /** No day far ahead was ever counted: of such a memory all days that are over were. */
  private ThrottleMemory countedBefore(LocalDate today) {
    LocalDate latest = today.plusDays(ClosedDays.MAX_LEAD_DAYS);
    return lastClosedDay.filter(day -> day.isAfter(latest)).isEmpty()
        ? this
        : new ThrottleMemory(mode, decidedAt, Optional.of(today.minusDays(1)), looser);
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Outcome decide(
      Optional<ThrottleMemory> memory, Rows reading, Instant now, ThrottleConfig config) {
    ThrottleDecision computed = Throttle.decideInOrder(reading, config);
    List<DayResult> rows = reading.days();
    if (computed.isUnavailable()) {
      return decideUnavailable(memory, computed, now);
    }
    Optional<LocalDate> newest =
        rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1).date());
    if (memory.isEmpty() || !memory.get().mode().isTighterThan(computed.mode())) {
      Optional<LocalDate> counted = later(memory.flatMap(ThrottleMemory::lastClosedDay), newest);
      ThrottleMemory next = new ThrottleMemory(computed.mode(), now, counted, Optional.empty());
      return new Outcome(computed, next);
    }
    return memory.get().waitWith(computed, newest, now);
  }

  /**
   * The decision where the performance cannot be read, which is not insufficient data: the last
   * mode stands if it is younger than 24 h, but never as ACTIVE; else SHADOW_MODE.
   */
  private static Outcome decideUnavailable(
      Optional<ThrottleMemory> memory, ThrottleDecision unknown, Instant now) {
    Optional<ThrottleMode> recent =
        memory
            .filter(old -> Duration.between(old.decidedAt(), now).abs().compareTo(STAND_IN) < 0)
            .map(old -> ThrottleMode.tighter(old.mode(), ThrottleMode.REDUCED));
    ThrottleDecision decision =
        recent
            .map(mode -> unknown.in(mode, unknown.reasoning() + STANDS))
            .orElseGet(() -> unknown.in(ThrottleMode.SHADOW_MODE, unknown.reasoning() + SHADOWED));
    return new Outcome(decision, memory.orElse(UNDECIDED));
  }

  /** A reading that ends earlier than one before does not make its days new again. */
  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(LocalDate::compareTo);
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
      return new Outcome(computed.atLeast(target, why), loosened);
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
    return new Outcome(computed.in(mode, why), waiting);
  }
}
