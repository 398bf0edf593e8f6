package dev.maestro.engine.signal.hook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens hooks, and bounds what a flood of calls costs: the address is open to anybody, so whatever
 * is read for a call that proves nothing is read for whoever likes.
 *
 * <p>What was read of a hook is remembered for 15 seconds, to refuse by it and never to let in: a
 * wrong secret costs one read in 15 seconds, however often it is tried, and the right one is looked
 * up each time. So a revoked secret opens nothing from then on, and a new one counts 15 seconds
 * later at the latest. One id is looked up at most 60 times a minute, and ids that nobody has asked
 * for before 300 times a minute together. Memory is bounded, too.
 *
 * <p>All of this is per process; what a hook may do in all of them together is for the limits of
 * callers, which count what is let in here.
 */
public final class HookGuard {
  /** How long a reading refuses. */
  static final Duration REMEMBERED = Duration.ofSeconds(15);

  /** Lookups of one id within a minute. */
  static final int LOOKUPS_OF_ONE = 60;

  /** Lookups of ids that are not remembered within a minute, all together. */
  static final int LOOKUPS_OF_NEW = 300;

  private static final int MOST_HOOKS = 1_000;
  private static final int MOST_STRANGERS = 200;

  private final LoadHookPort hooks;
  private final Map<HookId, Seen> known = new Latest(MOST_HOOKS);
  private final Map<HookId, Seen> strangers = new Latest(MOST_STRANGERS);
  private final Budget ofNew = new Budget(LOOKUPS_OF_NEW);

  /** Looks hooks up here. */
  public HookGuard(LoadHookPort hooks) {
    this.hooks = hooks;
  }

  /**
   * The hook of an id, if that is its secret. Whether there is no such hook, it is revoked, or the
   * secret is another one, cannot be told from the answer.
   *
   * @throws TooManyCallsException before anything is read
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer soon
   */
  public Optional<Hook> open(HookId id, String secret, Instant now) throws TooManyCallsException {
    if (isRefused(id, secret, now)) {
      return Optional.empty();
    }
    Optional<Hook> found = hooks.find(id);
    remember(id, found, now);
    boolean isOpen =
        found.isPresent() ? found.get().isOpenedBy(secret) : Hook.isNothingOpenedBy(secret);
    return isOpen ? found : Optional.empty();
  }

  /** True if what is remembered refuses it; else it is counted as a lookup. */
  private synchronized boolean isRefused(HookId id, String secret, Instant now)
      throws TooManyCallsException {
    Seen seen = known.containsKey(id) ? known.get(id) : strangers.get(id);
    if (seen == null) {
      ofNew.take(now);
      return false;
    }
    boolean isOpen =
        seen.hook.isPresent() ? seen.hook.get().isOpenedBy(secret) : Hook.isNothingOpenedBy(secret);
    if (!isOpen && now.isBefore(seen.readAt.plus(REMEMBERED))) {
      return true;
    }
    seen.lookups.take(now);
    return false;
  }

  private synchronized void remember(HookId id, Optional<Hook> found, Instant now) {
    Seen before = known.containsKey(id) ? known.remove(id) : strangers.remove(id);
    Budget lookups = before == null ? Budget.begun(LOOKUPS_OF_ONE, now) : before.lookups;
    (found.isPresent() ? known : strangers).put(id, new Seen(found, now, lookups));
  }

  private record Seen(Optional<Hook> hook, Instant readAt, Budget lookups) {}

  /** So many within one minute of the clock. */
  private static final class Budget {
    private final int most;
    private Instant minute = Instant.EPOCH;
    private int taken;

    Budget(int most) {
      this.most = most;
    }

    /** One of which something was taken already. */
    static Budget begun(int most, Instant now) {
      Budget begun = new Budget(most);
      begun.minute = now.truncatedTo(ChronoUnit.MINUTES);
      begun.taken = 1;
      return begun;
    }

    void take(Instant now) throws TooManyCallsException {
      Instant current = now.truncatedTo(ChronoUnit.MINUTES);
      if (!current.equals(minute)) {
        minute = current;
        taken = 0;
      }
      if (taken >= most) {
        Duration left = Duration.between(now, current.plus(Duration.ofMinutes(1)));
        throw new TooManyCallsException(Duration.ofSeconds(left.toSeconds() + 1));
      }
      taken++;
    }
  }

  /** Forgets what was not asked for the longest time. */
  private static final class Latest extends LinkedHashMap<HookId, Seen> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    Latest(int most) {
      super(16, LOAD, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<HookId, Seen> eldest) {
      return size() > most;
    }
  }
}
