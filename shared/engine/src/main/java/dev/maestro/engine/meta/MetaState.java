package dev.maestro.engine.meta;

import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one evaluation leaves for the next. */
public record MetaState(GlobalPolicy policy, RiskMemory memory) {
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
        RiskMemory.AFTER_GAP);
  }

  /** The memory to evaluate with; that of an expired policy starts anew from DEFENSIVE. */
  public RiskMemory memoryAt(Instant now) {
    return policy.isExpiredAt(now) ? RiskMemory.AFTER_GAP : memory;
  }

  /** True if the interval since the last evaluation has passed, or time has stepped back. */
  public boolean isDueAt(Instant now, MetaConfig config) {
    Duration age = Duration.between(policy.updatedAt(), now);
    return age.isNegative()
        || age.compareTo(Duration.ofMinutes(config.evaluationIntervalMinutes())) >= 0;
  }
}
