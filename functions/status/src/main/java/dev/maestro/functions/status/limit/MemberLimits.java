package dev.maestro.functions.status.limit;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.limit.CallKind;
import dev.maestro.engine.limit.CallLimiter;
import dev.maestro.engine.limit.LimitsConfig;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.settings.LoadConfigPort;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts the calls of members. What executors call counts as an order, so that looking for orders
 * never uses up claiming them. A tenant's limits are read again after a minute; those of one whose
 * configuration cannot be used are the defaults.
 */
public final class MemberLimits {
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  /** Those not asked for the longest time are read again: an instance lives for days. */
  private static final int MOST_TENANTS = 10_000;

  private final LoadConfigPort configs;
  private final CallLimiter limiter;
  private final Cache<TenantId, Known> known =
      CacheBuilder.newBuilder().maximumSize(MOST_TENANTS).build();

  /** By these configurations, counted there. */
  public MemberLimits(LoadConfigPort configs, CallLimiter limiter) {
    this.configs = configs;
    this.limiter = limiter;
  }

  private record Known(LimitsConfig limits, Instant until) {}

  /**
   * Counts a call.
   *
   * @throws Problem 429 if it is one too many
   * @throws dev.maestro.engine.port.UnavailableException if nobody can count now
   */
  public void count(TenantId tenant, Member member, Route route, Instant now) throws Problem {
    if (route.counted().isEmpty()) {
      return;
    }
    CallKind kind = member.role() == Role.EXECUTOR ? CallKind.ORDER : route.counted().get();
    LimitsConfig limits = limits(tenant, now);
    Optional<Duration> wait = limiter.count(tenant, member.uid(), kind, limits, now);
    if (wait.isPresent()) {
      throw Problem.tooMany(
          "a caller may make "
              + limits.of(kind)
              + " "
              + kind.name().toLowerCase(Locale.ROOT)
              + "s a minute; nothing was done",
          wait.get());
    }
  }

  /** Tenants whose limits are in memory. */
  long remembered() {
    return known.size();
  }

  private LimitsConfig limits(TenantId tenant, Instant now) {
    Known before = known.getIfPresent(tenant);
    if (before != null && now.isBefore(before.until())) {
      return before.limits();
    }
    LimitsConfig read = read(tenant);
    known.put(tenant, new Known(read, now.plus(KNOWN_FOR)));
    return read;
  }

  private LimitsConfig read(TenantId tenant) {
    try {
      return configs
          .load(tenant)
          .map(inForce -> inForce.config().limits())
          .orElse(LimitsConfig.DEFAULTS);
    } catch (InvalidConfigurationException unusable) {
      return LimitsConfig.DEFAULTS;
    }
  }
}
