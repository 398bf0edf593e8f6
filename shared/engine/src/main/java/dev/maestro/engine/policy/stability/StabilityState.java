package dev.maestro.engine.policy.stability;

import dev.maestro.engine.number.TimeToCome;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policy in force and what must be remembered to loosen it. A first state, and one that cannot
 * be read, is {@link #initial}.
 *
 * @param inForce closed until something was evaluated
 * @param changedAt when anything was loosened last; empty: never
 * @param evaluatedAt empty: never
 * @param expiresAt one hour after its evaluation, or earlier; empty: never evaluated
 * @param latchDay the day whose loss limit was reached; empty: not reached
 * @param counters looser candidates in a row, per field; an absent one is 0
 */
public record StabilityState(
    TradingPolicy inForce,
    Optional<Instant> changedAt,
    Optional<Instant> evaluatedAt,
    Optional<Instant> expiresAt,
    Optional<LocalDate> latchDay,
    Map<PolicyField, Integer> counters) {
  /** A state evaluated longer ago reads as blocked. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  /** Takes a sorted copy of the counters; no expiry is later than its evaluation lets it be. */
  public StabilityState {
    Optional<Instant> latest = evaluatedAt.map(StabilityState::latest);
    expiresAt = expiresAt.flatMap(end -> latest.map(last -> end.isBefore(last) ? end : last));
    Map<PolicyField, Integer> sorted = new EnumMap<>(PolicyField.class);
    sorted.putAll(counters);
    sorted.values().removeIf(count -> count == 0);
    if (sorted.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counters must be at least 0, got " + counters);
    }
    counters = Collections.unmodifiableMap(sorted);
  }

  /** One that stands for the whole hour after its evaluation. */
  public StabilityState(
      TradingPolicy inForce,
      Optional<Instant> changedAt,
      Optional<Instant> evaluatedAt,
      Optional<LocalDate> latchDay,
      Map<PolicyField, Integer> counters) {
    this(
        inForce,
        changedAt,
        evaluatedAt,
        evaluatedAt.map(StabilityState::latest),
        latchDay,
        counters);
  }

  private static Instant latest(Instant evaluated) {
    return evaluated.plus(LIFETIME);
  }

  /** The state of one who knows nothing: closed. */
  public static StabilityState initial(
      SymbolsDefault symbolsDefault, Instant now, ProfileName profile) {
    return new StabilityState(
        TradingPolicy.closed(symbolsDefault, "Awaiting the first evaluation", now, profile),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Evaluated more than one hour ago, or never, or past what was said. */
  public boolean isExpired(Instant now) {
    return expiresAt().filter(end -> !now.isAfter(end)).isEmpty();
  }

  /** What a reader may rely on: the policy in force, or the closed one if it has expired. */
  public TradingPolicy policyAt(Instant now) {
    return isExpired(now) ? forgotten(now).inForce : inForce;
  }

  /** Itself, or what is left of it once it has expired: a closed policy and the latch. */
  StabilityState unlessExpired(Instant now) {
    return isExpired(now) ? forgotten(now) : this;
  }

  /** True from the latch's day until a later one, also for a clock that stepped back. */
  boolean isLatched(LocalDate today) {
    return latchDay.filter(day -> !today.isAfter(day)).isPresent();
  }

  /**
   * True if one of its times is more than a day ahead: it would hold a latch, or the policy in
   * force, for as long as it likes.
   */
  public boolean isOfTimeToCome(Instant now) {
    return Stream.of(evaluatedAt, changedAt)
            .flatMap(Optional::stream)
            .anyMatch(time -> TimeToCome.is(time, now))
        || latchDay.filter(day -> TimeToCome.is(day, now)).isPresent();
  }

  int counter(PolicyField field) {
    return counters.getOrDefault(field, 0);
  }

  private StabilityState forgotten(Instant now) {
    TradingPolicy closed =
        TradingPolicy.closed(inForce.symbolsDefault(), "Policy expired", now, inForce.profile());
    return new StabilityState(closed, Optional.empty(), Optional.empty(), latchDay, Map.of());
  }
}
