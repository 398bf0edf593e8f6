package dev.maestro.engine.conduct.screen;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.conduct.ledger.LedgerSummary;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.Admission;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.SystemHealthForm;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.value.TwinValue;
import dev.maestro.engine.twin.value.TwinValueView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One small document with all that the first screen of the dashboard shows. It stays small whatever
 * a tenant has: lists are cut, and what was cut off is counted.
 *
 * @param situation with the account's day begun and the new trades counted
 */
public record FirstScreen(
    Situation situation,
    Slot slot,
    PolicyStage.Outcome stage,
    CycleOutcome outcome,
    TwinState twin,
    Instant now) {
  /** Raised when what stands under a name changes its meaning. */
  private static final long FORMAT = 1;

  private static final int MAX_ORDERS = 5;
  private static final int MAX_RISK_REASONS = 12;

  private static final View<FirstScreen> VIEW =
      View.<FirstScreen>empty()
          .with("format", screen -> FORMAT)
          .with("tenant_id", screen -> screen.situation.facts().tenant().id())
          .with("owner", screen -> screen.situation.facts().tenant().ownerUid())
          .with("cycle_slot", screen -> screen.slot.start())
          .with("decided_at", FirstScreen::now)
          .with("session_id", screen -> screen.outcome.sessionId())
          .with("seq", screen -> screen.outcome.record().head().seq())
          .with("summary", screen -> screen.outcome.summary())
          .with("control_state", screen -> screen.situation.facts().control().state())
          .with("control_reason", screen -> screen.situation.facts().control().reason())
          .with("systemic_risk_detected", screen -> screen.outcome.systemic().isPresent())
          .with("policy", screen -> TradingPolicyForm.SUMMARY.write(screen.policy()))
          .with("risk_mode", screen -> screen.globalPolicy().map(p -> p.modeAt(screen.now)))
          .with("risk_reasons", FirstScreen::riskReasons)
          .with("limits", FirstScreen::limits)
          .with("health", FirstScreen::health)
          .with("modes", FirstScreen::modes)
          .with("not_selected", screen -> screen.count(Admission.NOT_SELECTED))
          .with("disabled", screen -> screen.count(Admission.DISABLED))
          .with("throttle", screen -> screen.heldBack().limit(HeldBack.MOST).toList())
          .with("throttle_more", screen -> screen.deciding().skip(HeldBack.MOST).count())
          .with("verdicts", FirstScreen::verdicts)
          .with("equity", screen -> screen.snapshot().map(AccountSnapshot::equity))
          .with("account_as_of", screen -> screen.snapshot().map(AccountSnapshot::asOf))
          .with("capital", FirstScreen::capital)
          .with("orders", FirstScreen::oldestOrders)
          .with("twin", screen -> TwinValueView.SHORT.written(TwinValue.of(screen.twin)))
          .with("strategies", screen -> screen.situation.facts().strategies().size());

  /** What is to be stored. */
  public Written fields() {
    return VIEW.written(this);
  }

  private TradingPolicy policy() {
    return stage.step().inForce();
  }

  private Optional<GlobalPolicy> globalPolicy() {
    return stage
        .meta()
        .map(MetaState::policy)
        .filter(policy -> situation.facts().config().meta().enabled());
  }

  private List<String> riskReasons() {
    return globalPolicy().map(GlobalPolicy::reasons).orElse(List.of()).stream()
        .limit(MAX_RISK_REASONS)
        .toList();
  }

  private List<Written> limits() {
    return new LimitUses(
            stage.risk(),
            situation.facts().config().policySettings().profile(),
            policy(),
            ledger(),
            globalPolicy())
        .at(now).stream().map(LimitUse.VIEW::written).toList();
  }

  private Optional<Written> health() {
    return globalPolicy().map(policy -> SystemHealthForm.SUMMARY.written(policy.health()));
  }

  private Optional<Ledger> ledger() {
    return outcome.capital().map(changes -> changes.ledger().ledger());
  }

  private Optional<Written> capital() {
    return ledger().map(LedgerSummary.VIEW::written);
  }

  private List<Written> oldestOrders() {
    return ledger().map(known -> known.intents().all()).orElse(List.of()).stream()
        .sorted(
            Comparator.comparing((Intent intent) -> intent.order().reservedAt())
                .thenComparing(intent -> intent.nonce().value()))
        .limit(MAX_ORDERS)
        .map(IntentForm.BRIEF::written)
        .toList();
  }

  private Optional<AccountSnapshot> snapshot() {
    return situation.money().account().map(AccountState::snapshot);
  }

  /** What the throttle says of those strategies whose mode decides. */
  private Stream<HeldBack> deciding() {
    return situation.facts().strategies().stream()
        .filter(strategy -> stage.selection().admission(strategy).isByMode())
        .flatMap(
            strategy ->
                Stream.ofNullable(outcome.throttle().get(strategy.id()))
                    .map(
                        decision ->
                            new HeldBack(
                                strategy.id(), stage.selection().admission(strategy), decision)));
  }

  private Stream<Written> heldBack() {
    return deciding().sorted(HeldBack.TIGHTEST_FIRST).map(HeldBack.VIEW::written);
  }

  /** How many strategies are in each mode, of those whose mode decides. */
  private SortedMap<String, Long> modes() {
    SortedMap<String, Long> modes = new TreeMap<>();
    for (ThrottleMode mode : ThrottleMode.values()) {
      modes.put(mode.name(), 0L);
    }
    deciding().forEach(row -> modes.merge(row.decision().mode().name(), 1L, Long::sum));
    return modes;
  }

  private long count(Admission admission) {
    return situation.facts().strategies().stream()
        .filter(strategy -> stage.selection().admission(strategy) == admission)
        .count();
  }

  private SortedMap<String, Long> verdicts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    outcome
        .signals()
        .forEach(signal -> counts.merge(signal.verdict().outcome().name(), 1L, Long::sum));
    return counts;
  }
}
