package dev.maestro.engine.conduct.standing;

import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Brings what was read up to date. */
public final class UpToDate {
  private UpToDate() {}

  /** The situation with the account's day begun and the new trades counted. */
  public static Situation of(Situation situation, Instant now) {
    MoneyFacts money = situation.money();
    CycleMemory memory = situation.memory();
    TenantConfig config = situation.facts().config();
    LocalDate today = config.stability().dayOf(now);
    Optional<DayEquity> day =
        money.account().map(known -> known.day(memory.day(), today, now)).orElse(memory.day());
    Optional<TenantStats> stats =
        memory
            .stats()
            .map(
                known ->
                    known.withTrades(
                        known.trades().with(memory.newTrades(), now),
                        knownUpTo(known, situation, now),
                        now));
    return situation.with(memory.withStats(stats).withDay(day));
  }

  /**
   * Of a strategy that cannot be read nobody knows the journal: its trades are still to be read.
   */
  private static Instant knownUpTo(TenantStats known, Situation situation, Instant now) {
    return situation.hasUnreadableStrategy()
        ? known.watermark().orElse(now.minus(EquityCurve.WINDOW))
        : now;
  }
}
