package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.cycle.input.Admission;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.narration.Summary;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.SystemicEvent;
import dev.maestro.engine.systemic.SystemicRisk;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One cycle of one tenant. Health, global policy and trading policy (steps 1 and 2) come with the
 * input; the steps here follow in the order of the specification. The same input gives the same
 * decision, byte for byte.
 */
public final class Cycle {
  private Cycle() {}

  /** The verdicts of one cycle, and what they rest on; no record is made of them. */
  private record Decided(
      String sessionId,
      ThrottleStage throttling,
      SystemicRisk systemic,
      Optional<CapitalStage.Given> given,
      List<DecidedSignal> signals) {}

  private static Decided decide(CycleInput input, CycleSettings settings) {
    ThrottleStage throttling = ThrottleStage.of(input, settings.throttle());
    List<SignalDraft> drafts = Intake.take(input, settings);
    SystemicRisk systemic =
        SystemicRisk.detect(
            Intake.countable(drafts, input.occasion().now()),
            shadowed(throttling),
            settings.systemic());
    tighten(drafts, throttling, systemic, input, settings);
    String sessionId =
        SignalIdentity.sessionId(input.occasion().tenant(), input.occasion().slot().start());
    Optional<CapitalStage.Given> given = CapitalStage.apply(drafts, input, settings, sessionId);
    List<DecidedSignal> signals =
        drafts.stream().map(draft -> decided(draft, input, sessionId)).toList();
    return new Decided(sessionId, throttling, systemic, given, signals);
  }

  /** The signals as they would leave, and nothing beside them. */
  public static List<DecidedSignal> signals(CycleInput input, CycleSettings settings) {
    return decide(input, settings).signals();
  }

  /** Decides. */
  public static CycleOutcome run(CycleInput input, CycleSettings settings) {
    Decided made = decide(input, settings);
    ThrottleStage throttling = made.throttling();
    List<DecidedSignal> signals = made.signals();
    String sessionId = made.sessionId();
    Optional<CapitalStage.Given> given = made.given();
    SystemicRisk systemic = made.systemic();
    long overridden = signals.stream().filter(s -> s.overrideReason().isPresent()).count();
    Optional<SystemicEvent> event = systemic.event((int) overridden);
    Optional<String> details = event.map(SystemicEvent::details);
    SortedMap<StrategyId, ThrottleDecision> decisions = throttling.decisions();
    ChainRecord record =
        new DecisionRecord(
                input,
                settings,
                sessionId,
                signals,
                decisions,
                details,
                given.map(CapitalStage.Given::flattened).orElse(List.of()))
            .sealed();
    return new CycleOutcome(
        sessionId,
        signals,
        record,
        decisions,
        throttling.memories(),
        event,
        given.map(CapitalStage.Given::changes),
        Optional.empty(),
        summary(sessionId, input, decisions, details),
        Narration.NOT_CONFIGURED);
  }

  /** Steps 5 to 7: what an entry must pass, and what makes it smaller. */
  private static void tighten(
      List<SignalDraft> drafts,
      ThrottleStage throttling,
      SystemicRisk systemic,
      CycleInput input,
      CycleSettings settings) {
    drafts.forEach(draft -> Gate.check(draft, input));
    drafts.forEach(throttling::apply);
    OverrideStage.apply(drafts, systemic, input, settings);
  }

  /**
   * The names of all signals that want something: whether they have their intents is to be known.
   */
  public static Set<Nonce> wanted(CycleInput input, CycleSettings settings) {
    return Intake.take(input, settings).stream()
        .filter(draft -> draft.isEntry() || draft.isExit())
        .map(draft -> draft.nonce(input))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The signals that ask to open or to add to a position, whatever stands against them. */
  public static List<Signal> entries(CycleInput input, CycleSettings settings) {
    return Intake.take(input, settings).stream()
        .filter(SignalDraft::isEntry)
        .map(SignalDraft::signal)
        .toList();
  }

  /** What stands against a signal as an entry before capital is asked, whatever is held. */
  public static Set<ReasonCode> againstEntry(
      Signal signal, RegisteredStrategy strategy, CycleInput input) {
    SignalDraft draft = SignalDraft.entry(signal, strategy);
    Gate.check(draft, input);
    return draft.reasons();
  }

  private static String summary(
      String sessionId,
      CycleInput input,
      Map<StrategyId, ThrottleDecision> decisions,
      Optional<String> details) {
    List<ThrottleDecision> byMode = new ArrayList<>();
    int notSelected = 0;
    int disabled = 0;
    for (RegisteredStrategy strategy : input.team().strategies()) {
      Admission admission = input.permission().selection().admission(strategy);
      notSelected += admission == Admission.NOT_SELECTED ? 1 : 0;
      disabled += admission == Admission.DISABLED ? 1 : 0;
      Optional.ofNullable(decisions.get(strategy.id()))
          .filter(decision -> admission.isByMode())
          .ifPresent(byMode::add);
    }
    return Summary.of(sessionId, byMode, notSelected, disabled, details);
  }

  private static Set<StrategyId> shadowed(ThrottleStage throttling) {
    return throttling.decisions().entrySet().stream()
        .filter(entry -> entry.getValue().mode() == ThrottleMode.SHADOW_MODE)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static DecidedSignal decided(SignalDraft draft, CycleInput input, String sessionId) {
    String agentId = input.occasion().tenant() + "_" + draft.strategyName();
    return draft.decided(
        new SignalIdentity(agentId, draft.nonce(input).value(), sessionId, input.occasion().now()));
  }
}
