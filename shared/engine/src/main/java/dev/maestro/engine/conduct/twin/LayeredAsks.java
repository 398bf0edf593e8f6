package dev.maestro.engine.conduct.twin;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.order.TwinAsk;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.ReasonCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is left of an entry in each book: NONE has an equal share, WEIGHTS the agent's weight,
 * THROTTLE the cut of the mode, OVERRIDE the systemic stop and the risk checks, POLICY every other
 * reason and bound. What one of them forbids is forbidden in those after it.
 */
final class LayeredAsks {
  /** No bound at all, in percent. */
  private static final BigDecimal NO_LIMIT = BigDecimal.valueOf(1_000_000);

  /** An entry with one of these is none in any book. */
  private static final Set<ReasonCode> NO_ENTRY =
      EnumSet.of(ReasonCode.INVALID_SIGNAL, ReasonCode.NO_ALLOCATION);

  private static final Set<ReasonCode> POLICY =
      EnumSet.of(
          ReasonCode.KILL_SWITCH,
          ReasonCode.POLICY_BLOCKED,
          ReasonCode.STRATEGY_NOT_ALLOWED,
          ReasonCode.SYMBOL_NOT_ALLOWED,
          ReasonCode.LOW_CONFIDENCE);

  /** What only the ledger knows, of what it was really asked. */
  private static final Set<ReasonCode> LEDGER =
      EnumSet.of(
          ReasonCode.SUSPENDED,
          ReasonCode.DRIFT,
          ReasonCode.MAX_POSITIONS,
          ReasonCode.DAILY_TRADES,
          ReasonCode.LEDGER_FULL);

  private final CycleInput input;
  private final CycleSettings settings;
  private final CycleOutcome outcome;
  private final SizingLimits limits;
  private final SizingLimits unbounded;
  private final BigDecimal equalShare;
  private final TradingPolicy policy;

  LayeredAsks(
      CycleInput input,
      CycleSettings settings,
      CycleOutcome outcome,
      SizingLimits limits,
      BigDecimal equalShare) {
    this.input = input;
    this.settings = settings;
    this.outcome = outcome;
    this.limits = limits;
    this.unbounded =
        new SizingLimits(
            limits.overfillTolerance(),
            limits.priceCollarPct(),
            limits.minStopPct(),
            limits.assumedStopPct(),
            Optional.empty(),
            Optional.empty(),
            limits.minOrderNotional());
    this.equalShare = equalShare;
    this.policy = input.permission().policyOrNothing(input.occasion().now());
  }

  /** The books that let it through; none where it is no entry. */
  Map<TwinBook, TwinAsk> of(DecidedSignal decided, RegisteredStrategy strategy) {
    Signal signal = decided.signal();
    Set<ReasonCode> against = Cycle.againstEntry(signal, strategy, input);
    BigDecimal allocation = signal.allocation().orElse(BigDecimal.ZERO);
    Map<TwinBook, TwinAsk> asks = new EnumMap<>(TwinBook.class);
    if (!Collections.disjoint(against, NO_ENTRY)) {
      return asks;
    }
    BigDecimal weight = weight(strategy);
    asks.put(TwinBook.NONE, free(signal, equalShare, allocation));
    asks.put(TwinBook.WEIGHTS, free(signal, weight, allocation));
    Optional<BigDecimal> throttled = throttled(strategy, allocation);
    throttled.ifPresent(left -> asks.put(TwinBook.THROTTLE, free(signal, weight, left)));
    Optional<BigDecimal> checked = throttled.flatMap(left -> checked(signal, left));
    checked.ifPresent(left -> asks.put(TwinBook.OVERRIDE, free(signal, weight, left)));
    checked
        .filter(left -> isPermitted(against, decided))
        .ifPresent(left -> asks.put(TwinBook.POLICY, bounded(signal, weight, left)));
    return asks;
  }

  private BigDecimal weight(RegisteredStrategy strategy) {
    return Optional.ofNullable(input.funds().weights().get(strategy.agentId()))
        .orElse(settings.unknownWeight());
  }

  private Optional<BigDecimal> throttled(RegisteredStrategy strategy, BigDecimal allocation) {
    return Optional.ofNullable(outcome.throttle().get(strategy.id()))
        .filter(decision -> decision.mode() != ThrottleMode.SHADOW_MODE)
        .map(ThrottleDecision::multiplier)
        .map(allocation::multiply);
  }

  private Optional<BigDecimal> checked(Signal signal, BigDecimal allocation) {
    if (outcome.systemic().isPresent() && signal.action() == Action.BUY) {
      return Optional.empty();
    }
    BigDecimal left = allocation;
    for (RiskCheck check : settings.riskChecks()) {
      left = left.multiply(RiskCheck.bounded(check, signal, input.risk()));
    }
    return Optional.of(left).filter(known -> known.signum() > 0);
  }

  private static boolean isPermitted(Set<ReasonCode> against, DecidedSignal decided) {
    return Collections.disjoint(against, POLICY)
        && Collections.disjoint(decided.verdict().reasons().keySet(), LEDGER);
  }

  private TwinAsk free(Signal signal, BigDecimal weight, BigDecimal allocation) {
    return new TwinAsk(
        terms(signal, weight, allocation, NO_LIMIT, NO_LIMIT), unbounded, Integer.MAX_VALUE);
  }

  private TwinAsk bounded(Signal signal, BigDecimal weight, BigDecimal allocation) {
    BigDecimal maxRisk = BigDecimal.valueOf(policy.maxRisk().value());
    return new TwinAsk(
        terms(signal, weight, allocation, maxRisk, settings.totalExposureLimitPct()),
        limits,
        policy.maxPositions());
  }

  private EntryTerms terms(
      Signal signal,
      BigDecimal weight,
      BigDecimal allocation,
      BigDecimal maxRisk,
      BigDecimal exposure) {
    return new EntryTerms(
        signal.action() == Action.SELL ? OrderSide.SELL : OrderSide.BUY,
        weight,
        allocation,
        signal.price(),
        signal.stopPrice(),
        signal.symbol().flatMap(s -> Optional.ofNullable(input.funds().lastPrices().get(s))),
        maxRisk,
        exposure);
  }
}
