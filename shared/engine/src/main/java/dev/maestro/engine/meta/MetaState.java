package dev.maestro.engine.meta;

import dev.maestro.engine.meta.risk.RiskMemory;
import java.time.Duration;
import java.time.Instant;

/** What one evaluation leaves for the next. */
public record MetaState(GlobalPolicy policy, RiskMemory memory) {
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
