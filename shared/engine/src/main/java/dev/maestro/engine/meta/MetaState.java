package dev.maestro.engine.meta;

import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.TimeToCome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one evaluation leaves for the next.
 *
 * @param slotStart of the slot that it was made in, however late in it
 */
public record MetaState(GlobalPolicy policy, RiskMemory memory, Instant slotStart) {
  /** Two intervals of a day each. */
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(2);

  /**
   * Stands in for an evaluation that cannot be read any more: due, expired, and so DEFENSIVE until
   * the next one.
   */
  public static MetaState lostAt(Instant now) {
    return new MetaState(
        new GlobalPolicy(
            RiskMode.DEFENSIVE,
            List.of(),
            List.of(),
            ModeLimits.of(RiskMode.DEFENSIVE),
            SystemHealth.UNKNOWN,
            List.of("the last evaluation cannot be read"),
            List.of(),
            now,
            Instant.EPOCH,
            Instant.EPOCH),
        RiskMemory.LOST,
        Instant.EPOCH);
  }

  /** True if it was written more than a day ahead, or stands longer than any policy may. */
  public boolean isOfTimeToCome(Instant now) {
    return TimeToCome.is(policy.updatedAt(), now)
        || policy.expiresAt().isAfter(policy.updatedAt().plus(LONGEST_LIFETIME));
  }

  /** The memory to evaluate with: what acted in the meantime, and the evaluations before it. */
  public RiskMemory memoryAt(Instant now) {
    return policy.isExpiredAt(now) ? memory.afterGap() : memory;
  }

  /**
   * True if the interval has passed from slot to slot, or time has stepped back. When in their
   * slots the two cycles start does not matter.
   *
   * @param slot the start of the slot that is being decided
   */
  public boolean isDueIn(Instant slot, MetaConfig config) {
    Duration age = Duration.between(slotStart, slot);
    return age.isNegative() || age.compareTo(config.evaluationInterval()) >= 0;
  }
}
