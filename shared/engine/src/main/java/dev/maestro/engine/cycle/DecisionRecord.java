package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.cycle.input.Admission;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.evidence.EvidenceFiguresForm;
import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.ThrottleDecision.OtherMethod;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.DecidedSignalForm;
import dev.maestro.engine.verdict.FlattenedHolding;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Step 10: what is stored of a cycle, under the names of the decision log.
 *
 * @param systemicDetails what the systemic event was; empty: none
 * @param flattened what is closed without a signal
 */
record DecisionRecord(
    CycleInput input,
    CycleSettings settings,
    String sessionId,
    List<DecidedSignal> signals,
    Map<StrategyId, ThrottleDecision> decisions,
    Optional<String> systemicDetails,
    List<FlattenedHolding> flattened) {
  private static final View<RankedStrategy> RANKING =
      View.<RankedStrategy>empty()
          .with("eligible", RankedStrategy::isEligible)
          .ifPresent(
              "on_paper",
              ranked -> Optional.of(ranked.strategy().onPaper()).filter(trades -> trades > 0))
          .with("score", ranked -> ranked.score().total())
          .with("strategy_id", RankedStrategy::id);

  private static final View<Allocation> ALLOCATION =
      View.<Allocation>empty()
          .with("admission", Allocation::admission)
          .with("days", row -> row.decision().days())
          .ifPresent(
              "evidence", row -> row.decision().evidence().map(EvidenceFiguresForm.SHOWN::write))
          .with("final_allocation", Allocation::given)
          .with("mode", row -> row.decision().mode())
          .with("original_allocation", Allocation::wanted)
          .ifPresent("other_method", row -> row.decision().other().map(OtherMethod::line))
          .with("reasoning", row -> row.decision().reasoning())
          .with("sharpe_ratio", row -> row.decision().sharpe())
          .with("standard_error", row -> row.decision().standardError())
          .with("strategy_name", row -> row.strategy().id())
          .with("timestamp", Allocation::time)
          .ifPresent("version", row -> row.strategy().version());

  private static final View<FlattenedHolding> FLATTENED =
      View.<FlattenedHolding>empty()
          .with("nonce", closed -> closed.nonce().value())
          .with("quantity", closed -> closed.quantity().value())
          .with("side", FlattenedHolding::side)
          .with("strategy", closed -> closed.key().holder().value())
          .with("symbol", closed -> closed.key().symbol());

  private static final View<DecisionRecord> VIEW =
      View.<DecisionRecord>empty()
          .with("config_hash", made -> made.settings.configHash())
          .with("cycle_slot", made -> CanonicalJson.time(made.input.occasion().slot().start()))
          .with("engine_version", made -> made.settings.engineVersion())
          .with("input_hash", made -> made.input.occasion().inputHash())
          .with("kind", made -> "cycle")
          .with(
              "policy",
              made -> made.input.permission().policy().map(TradingPolicyForm.RECORD::write))
          .with(
              "rankings",
              made -> made.input.permission().rankings().stream().map(RANKING::write).toList())
          .with(
              "risk_mode",
              made -> made.globalPolicy().map(p -> p.modeAt(made.input.occasion().now())))
          .with("risk_reasons", made -> made.globalPolicy().map(GlobalPolicy::reasons))
          .with("session_id", DecisionRecord::sessionId)
          .with("signals_modified", DecisionRecord::modified)
          .with("systemic_risk_detected", made -> made.systemicDetails.isPresent())
          .with("systemic_risk_details", DecisionRecord::systemicDetails)
          .with("tenant_id", made -> made.input.occasion().tenant())
          .with("timestamp", made -> CanonicalJson.time(made.input.occasion().now()))
          .with("weights", made -> made.input.funds().weights())
          .ifPresent(
              "flattened",
              made ->
                  made.flattened.isEmpty()
                      ? Optional.empty()
                      : Optional.of(made.flattened.stream().map(FLATTENED::write).toList()));

  /** A row of the throttle: what a strategy wanted and was given. */
  private record Allocation(
      RegisteredStrategy strategy,
      Admission admission,
      ThrottleDecision decision,
      Optional<BigDecimal> wanted,
      BigDecimal given,
      String time) {}

  /** The record under its seal, cut where it would not fit. */
  ChainRecord sealed() {
    return new RecordSize(
            VIEW.written(this),
            signals.stream().map(DecidedSignalForm.RECORD::written).toList(),
            allocations().stream().map(ALLOCATION::written).toList())
        .sealed(input.occasion().chain());
  }

  private Optional<GlobalPolicy> globalPolicy() {
    return input.permission().globalPolicy();
  }

  /** A strategy wants what its live signal says; one that expired speaks only where none lives. */
  private List<Allocation> allocations() {
    Set<StrategyName> live =
        signals.stream()
            .map(DecidedSignal::signal)
            .filter(signal -> signal.isLiveAt(input.occasion().now()))
            .map(Signal::strategy)
            .collect(Collectors.toUnmodifiableSet());
    Map<StrategyName, BigDecimal> wanted = new HashMap<>();
    Map<StrategyName, BigDecimal> given = new HashMap<>();
    for (DecidedSignal signal : signals) {
      StrategyName strategy = signal.signal().strategy();
      if (signal.signal().isLiveAt(input.occasion().now()) || !live.contains(strategy)) {
        signal.signal().allocation().ifPresent(allocation -> wanted.put(strategy, allocation));
      }
      given.merge(strategy, signal.allocation(), BigDecimal::add);
    }
    String time = CanonicalJson.time(input.occasion().now());
    return input.team().strategies().stream()
        .filter(strategy -> decisions.containsKey(strategy.id()))
        .sorted(Comparator.comparing(RegisteredStrategy::id))
        .map(strategy -> allocation(strategy, wanted, given, time))
        .toList();
  }

  private Allocation allocation(
      RegisteredStrategy strategy,
      Map<StrategyName, BigDecimal> wanted,
      Map<StrategyName, BigDecimal> given,
      String time) {
    StrategyName name = StrategyName.of(strategy.id());
    return new Allocation(
        strategy,
        input.permission().selection().admission(strategy),
        Objects.requireNonNull(decisions.get(strategy.id())),
        Optional.ofNullable(wanted.get(name)),
        given.getOrDefault(name, BigDecimal.ZERO),
        time);
  }

  private SortedMap<StrategyName, String> modified() {
    SortedMap<StrategyName, String> modified = new TreeMap<>();
    for (DecidedSignal signal : signals) {
      signal.overrideReason().ifPresent(reason -> modified.put(signal.signal().strategy(), reason));
    }
    return modified;
  }
}
