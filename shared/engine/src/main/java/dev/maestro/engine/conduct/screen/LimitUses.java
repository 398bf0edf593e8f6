package dev.maestro.engine.conduct.screen;

import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.conduct.screen.LimitUse.Limit;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much of each limit is used, as the policy and the ledger of a cycle count it.
 *
 * @param risk what the policy was decided on
 * @param ledger with what the cycle reserved; empty if it is lost or cannot be read
 * @param global empty: there is no global policy, and entries of a day are not limited
 */
record LimitUses(
    RiskState risk,
    Profile profile,
    TradingPolicy policy,
    Optional<Ledger> ledger,
    Optional<GlobalPolicy> global) {

  List<LimitUse> at(Instant now) {
    List<LimitUse> uses = new ArrayList<>();
    uses.add(new LimitUse(Limit.DAILY_LOSS, loss(), profiled(Parameter.DAILY_DD_LIMIT)));
    uses.add(new LimitUse(Limit.EXPOSURE, exposure(), profiled(Parameter.TOTAL_EXPOSURE_LIMIT)));
    uses.add(
        new LimitUse(
            Limit.POSITIONS,
            counted(ledger.map(LedgerSums::positions)),
            OptionalDouble.of(policy.maxPositions())));
    global
        .map(known -> known.limitsAt(now))
        .map(ModeLimits::maxDailyTrades)
        .ifPresent(
            most ->
                uses.add(
                    new LimitUse(
                        Limit.DAILY_TRADES,
                        counted(ledger.map(known -> LedgerSums.entriesOfDay(known, now))),
                        OptionalDouble.of(most))));
    uses.add(new LimitUse(Limit.LOSING_STREAK, streak(), profiled(Parameter.LOSING_STREAK_LIMIT)));
    return uses;
  }

  /** The worse of the day's result and its drawdown, as the rule takes it; unknown if either is. */
  private OptionalDouble loss() {
    RiskState valid = risk.valid();
    return valid
        .dailyPnl()
        .flatMap(pnl -> valid.currentDrawdown().map(fall -> Math.min(pnl.value(), fall.value())))
        .map(worse -> OptionalDouble.of(Math.max(0, -worse)))
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble exposure() {
    return risk.valid()
        .totalExposure()
        .map(Percent::value)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble streak() {
    OptionalInt losses = risk.valid().losingStreak();
    return losses.isPresent() ? OptionalDouble.of(losses.getAsInt()) : OptionalDouble.empty();
  }

  private OptionalDouble profiled(Parameter parameter) {
    return OptionalDouble.of(profile.number(parameter));
  }

  private static OptionalDouble counted(Optional<Integer> count) {
    return count.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
