package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Step 10: what is stored of a cycle, under the names of the decision log. */
final class DecisionRecord {
  private DecisionRecord() {}

  static SortedMap<String, Object> of(
      CycleInput input,
      CycleSettings settings,
      String sessionId,
      List<DecidedSignal> signals,
      Map<StrategyId, ThrottleDecision> decisions,
      Optional<String> systemicDetails) {
    SortedMap<String, Object> record = new TreeMap<>();
    List<SortedMap<String, Object>> allocations = allocations(input, signals, decisions);
    List<SortedMap<String, Object>> stored = new ArrayList<>();
    signals.forEach(signal -> stored.add(signal.toMap()));
    record.put("allocation_decisions", allocations);
    record.put("config_hash", settings.configHash());
    record.put("cycle_slot", CanonicalJson.time(input.slot().start()));
    record.put("engine_version", settings.engineVersion());
    record.put("input_hash", input.inputHash());
    record.put("kind", "cycle");
    record.put("policy", input.policy().map(DecisionRecord::policy));
    record.put("rankings", input.rankings().stream().map(DecisionRecord::ranking).toList());
    record.put("risk_mode", input.globalPolicy().map(global -> global.modeAt(input.now()).name()));
    record.put("risk_reasons", input.globalPolicy().map(GlobalPolicy::reasons));
    record.put("session_id", sessionId);
    record.put("signals", stored);
    record.put("signals_modified", modified(signals));
    record.put("systemic_risk_detected", systemicDetails.isPresent());
    record.put("systemic_risk_details", systemicDetails);
    record.put("tenant_id", input.tenant().value());
    record.put("timestamp", CanonicalJson.time(input.now()));
    record.put("weights", weights(input));
    RecordSize.fit(record, stored, allocations);
    return record;
  }

  private static SortedMap<String, Object> weights(CycleInput input) {
    SortedMap<String, Object> weights = new TreeMap<>();
    input.weights().forEach((agent, weight) -> weights.put(agent.value(), weight));
    return weights;
  }

  /** A strategy wants what its live signal says; one that expired speaks only where none lives. */
  private static List<SortedMap<String, Object>> allocations(
      CycleInput input, List<DecidedSignal> signals, Map<StrategyId, ThrottleDecision> decisions) {
    Set<StrategyId> live =
        signals.stream()
            .map(DecidedSignal::signal)
            .filter(signal -> signal.isLiveAt(input.now()))
            .map(Signal::strategy)
            .collect(Collectors.toUnmodifiableSet());
    Map<StrategyId, BigDecimal> wanted = new HashMap<>();
    Map<StrategyId, BigDecimal> given = new HashMap<>();
    for (DecidedSignal signal : signals) {
      StrategyId strategy = signal.signal().strategy();
      if (signal.signal().isLiveAt(input.now()) || !live.contains(strategy)) {
        signal.signal().allocation().ifPresent(allocation -> wanted.put(strategy, allocation));
      }
      given.merge(strategy, signal.allocation(), BigDecimal::add);
    }
    List<SortedMap<String, Object>> allocations = new ArrayList<>();
    decisions.forEach(
        (strategy, decision) -> {
          SortedMap<String, Object> row = new TreeMap<>();
          row.put("days", decision.days());
          row.put("final_allocation", given.getOrDefault(strategy, BigDecimal.ZERO));
          row.put("mode", decision.mode().name());
          row.put("original_allocation", Optional.ofNullable(wanted.get(strategy)));
          row.put("reasoning", decision.reasoning());
          row.put("sharpe_ratio", figure(decision.sharpe()));
          row.put("standard_error", figure(decision.standardError()));
          row.put("strategy_name", strategy.value());
          row.put("timestamp", CanonicalJson.time(input.now()));
          allocations.add(row);
        });
    return allocations;
  }

  private static Optional<Double> figure(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static SortedMap<String, Object> policy(TradingPolicy policy) {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("allow_new_trades", policy.allowNewTrades());
    map.put("allowed_symbols", policy.allowedSymbols().stream().map(Symbol::value).toList());
    map.put("block_reasons", policy.blockReasons().stream().map(Enum::name).sorted().toList());
    map.put("disallowed_symbols", policy.disallowedSymbols().stream().map(Symbol::value).toList());
    map.put("entry_mode", policy.entryMode().name());
    map.put("exit_mode", policy.exitMode().name());
    map.put("max_positions", policy.maxPositions());
    map.put("max_risk_pct", policy.maxRisk().value());
    map.put("min_confidence", policy.minConfidence().value());
    map.put("note", policy.note());
    map.put("profile", policy.profile().name());
    map.put("risk_profile", policy.riskProfile().name());
    map.put("timestamp", CanonicalJson.time(policy.timestamp()));
    return map;
  }

  private static SortedMap<String, Object> ranking(RankedStrategy ranked) {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("eligible", ranked.isEligible());
    map.put("score", ranked.score().total());
    map.put("strategy_id", ranked.id().value());
    return map;
  }

  private static SortedMap<String, Object> modified(List<DecidedSignal> signals) {
    SortedMap<String, Object> modified = new TreeMap<>();
    for (DecidedSignal signal : signals) {
      signal
          .overrideReason()
          .ifPresent(reason -> modified.put(signal.signal().strategy().value(), reason));
    }
    return modified;
  }
}
