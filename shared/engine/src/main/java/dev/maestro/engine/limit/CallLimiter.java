package dev.maestro.engine.limit;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a caller make as many calls a minute as its tenant's limits say, over all instances
 * together: an instance takes a tenth of a minute's calls at once out of the stored count, and asks
 * again when they are used up. So a call costs a tenth of a read and of a write, and what an
 * instance has taken and does not use is lost to the caller until the minute is over. It never lets
 * more through than the limit.
 */
public final class CallLimiter {
  /** Takings of a full minute. */
  private static final int PARTS = 10;

  /** Each that is lost is one that another instance won. */
  private static final int ATTEMPTS = 20;

  /**
   * Callers of minutes that are over are forgotten, once a minute, when there are more than these.
   */
  static final int REMEMBERED = 10_000;

  private final CallerMinutesPort minutes;
  private final Map<Caller, Allowance> allowances = new ConcurrentHashMap<>();
  private volatile Instant sweptIn = Instant.EPOCH;

  /** Counts here. */
  public CallLimiter(CallerMinutesPort minutes) {
    this.minutes = minutes;
  }

  private record Caller(TenantId tenant, Uid uid) {}

  /**
   * Counts a call of a member.
   *
   * @return how long the caller has to wait; empty: not at all
   * @throws UnavailableException if nobody can count now: the call is not to be made
   */
  public Optional<Duration> count(
      TenantId tenant, Uid caller, CallKind kind, LimitsConfig limits, Instant now) {
    if (allowances.size() > REMEMBERED) {
      sweep(now);
    }
    Allowance allowance =
        allowances.computeIfAbsent(new Caller(tenant, caller), who -> new Allowance(now));
    synchronized (allowance) {
      return allowance.take(kind, now)
          ? Optional.empty()
          : more(new Caller(tenant, caller), allowance, kind, limits.of(kind), now);
    }
  }

  /** Callers in memory. */
  int remembered() {
    return allowances.size();
  }

  /** Not with every call: most of a busy minute's callers are of that minute and stay. */
  private void sweep(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (!minute.equals(sweptIn)) {
      sweptIn = minute;
      allowances.values().removeIf(allowance -> allowance.isOver(now));
    }
  }

  private Optional<Duration> more(
      Caller caller, Allowance allowance, CallKind kind, int limit, Instant now) {
    if (!allowance.isUsedUp(kind)) {
      reserve(caller, allowance, kind, limit, now);
    }
    return allowance.take(kind, now)
        ? Optional.empty()
        : Optional.of(Duration.between(now, allowance.end()));
  }

  private void reserve(Caller caller, Allowance allowance, CallKind kind, int limit, Instant now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StandingMinute standing = minutes.find(caller.tenant(), caller.uid());
      CallerMinute minute =
          standing.minute().map(found -> found.at(now)).orElseGet(() -> CallerMinute.begun(now));
      int left = Math.max(0, limit - minute.taken(kind));
      int part = Math.min(left, Math.max(1, limit / PARTS));
      boolean isDone =
          part == 0
              || minutes.replace(
                  caller.tenant(), caller.uid(), minute.taking(kind, part), standing.version());
      if (isDone) {
        allowance.add(minute.end(), kind, part);
        return;
      }
    }
    throw new UnavailableException(
        "other instances count calls of " + caller.uid() + " all the time");
  }
}
