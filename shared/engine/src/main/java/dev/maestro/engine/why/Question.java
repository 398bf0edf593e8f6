package dev.maestro.engine.why;

import dev.maestro.engine.archive.value.Component;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A cycle as it was, or as it would be with something changed, and the one signal that is asked
 * about. Immutable.
 *
 * @param nonce names the signal, whatever is changed
 * @param signal as it was sent
 */
record Question(CycleInput input, CycleSettings settings, String nonce, Signal signal) {
  /** The signal as the cycle would decide it. */
  DecidedSignal answer() {
    return Cycle.signals(input, settings).stream()
        .filter(decided -> decided.identity().nonce().equals(nonce))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the cycle has no signal " + nonce));
  }

  Optional<TradingPolicy> policy() {
    return input.permission().policy();
  }

  Optional<CapitalConfig> capital() {
    return input.funds().ledger().map(kept -> kept.ledger().config());
  }

  Question with(CycleSettings changed) {
    return new Question(input, changed, nonce, signal);
  }

  private Question with(CycleInput changed) {
    return new Question(changed, settings, nonce, signal);
  }

  /** With another signal in place of the one that was sent. */
  Question with(Signal other) {
    List<Signal> signals =
        input.team().signals().stream().map(each -> each.equals(signal) ? other : each).toList();
    CycleInput.Team team =
        new CycleInput.Team(
            input.team().strategies(),
            signals,
            input.team().performance(),
            input.team().throttleMemory());
    return new Question(
        new CycleInput(input.occasion(), team, input.permission(), input.funds(), input.risk()),
        settings,
        nonce,
        other);
  }

  private Question with(CycleInput.Permission permission) {
    return with(
        new CycleInput(input.occasion(), input.team(), permission, input.funds(), input.risk()));
  }

  /** Under a policy that goes further, or less far. */
  Question withLimits(UnaryOperator<TradingLimits> change) {
    CycleInput.Permission old = input.permission();
    return with(
        new CycleInput.Permission(
            old.control(),
            old.policy().map(policy -> limited(policy, change)),
            old.selection(),
            old.globalPolicy(),
            old.rankings()));
  }

  private static TradingPolicy limited(TradingPolicy policy, UnaryOperator<TradingLimits> change) {
    return new TradingPolicy(
        policy.riskProfile(),
        change.apply(policy.limits()),
        policy.symbols(),
        policy.note(),
        policy.blockReasons(),
        policy.timestamp(),
        policy.profile());
  }

  Optional<Integer> dailyTrades() {
    return input.permission().limits(input.occasion().now()).map(ModeLimits::maxDailyTrades);
  }

  /** Under a global policy that allows so many trades a day. */
  Question withDailyTrades(int most) {
    CycleInput.Permission old = input.permission();
    return with(
        new CycleInput.Permission(
            old.control(),
            old.policy(),
            old.selection(),
            old.globalPolicy()
                .map(
                    known ->
                        Component.with(
                            known,
                            "limits",
                            Component.with(known.limits(), "maxDailyTrades", most))),
            old.rankings()));
  }

  /** With other parameters of the ledger. */
  Question withCapital(UnaryOperator<CapitalConfig> change) {
    return withLedger(
        kept ->
            new TenantLedger(
                kept.ledger(), kept.owners(), change.apply(kept.config()), kept.totals()));
  }

  Question withLedger(UnaryOperator<TenantLedger> change) {
    CycleInput.Funds old = input.funds();
    return funded(
        new CycleInput.Funds(
            old.account(),
            old.ledger().map(changes -> LedgerChanges.none(change.apply(changes.ledger()))),
            old.known(),
            old.weights(),
            old.lastPrices()));
  }

  /** The share of the agent that pays for the signal. */
  BigDecimal weight() {
    return agent()
        .flatMap(agent -> Optional.ofNullable(input.funds().weights().get(agent)))
        .orElse(settings.unknownWeight());
  }

  /** With another share of that agent. */
  Question withWeight(BigDecimal share) {
    CycleInput.Funds old = input.funds();
    SortedMap<String, BigDecimal> weights = new TreeMap<>(old.weights());
    agent().ifPresent(agent -> weights.put(agent, share));
    return funded(
        new CycleInput.Funds(old.account(), old.ledger(), old.known(), weights, old.lastPrices()));
  }

  private Question funded(CycleInput.Funds funds) {
    return with(input.with(funds));
  }

  private Optional<String> agent() {
    Map<String, RegisteredStrategy> byName = new TreeMap<>();
    input.team().strategies().forEach(each -> byName.put(each.id().value(), each));
    return Optional.ofNullable(byName.get(signal.strategy().value()))
        .map(RegisteredStrategy::agentId);
  }
}
