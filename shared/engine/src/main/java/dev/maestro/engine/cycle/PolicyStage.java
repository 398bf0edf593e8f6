package dev.maestro.engine.cycle;

import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.cycle.input.StrategySelection;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.GlobalGuard;
import dev.maestro.engine.policy.input.GlobalLimits;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.Stability;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps 1 and 2: the global policy when it is due, then the trading policy under it. */
public final class PolicyStage {
  private PolicyStage() {}

  /**
   * What both steps know.
   *
   * @param meta the last evaluation; empty before the first, or if it cannot be read
   * @param candidates the LIVE strategies with their figures
   * @param inputs of the trading policy, without global policy and kill switch
   * @param settings must say the same as {@code metaConfig} of whether there is a global policy
   */
  public record Input(
      Optional<MetaState> meta,
      SystemHealth health,
      List<StrategyCandidate> candidates,
      MetaConfig metaConfig,
      PolicyInputs inputs,
      PolicySettings settings,
      StabilityState stability,
      StabilityConfig stabilityConfig,
      ControlState control,
      Moment moment) {
    /** Keeps its own list. */
    public Input {
      candidates = List.copyOf(candidates);
      if (metaConfig.enabled() != settings.isGlobalPolicyEnabled()) {
        throw new IllegalArgumentException(
            "the meta controller and the policy must both be told whether there is a global"
                + " policy");
      }
    }

    Instant now() {
      return moment.now();
    }
  }

  /** The slot that is decided, and the time of the cycle, which may be late in it or after it. */
  public record Moment(Slot slot, Instant now) {}

  /**
   * What both steps decided.
   *
   * @param meta to store; empty while the controller is switched off
   * @param evaluation of this cycle; empty if it was not due
   * @param step the trading policy in force and its state to store
   * @param selection the strategies that may open positions
   * @param risk where the account stands, as the policy was decided on it
   */
  public record Outcome(
      Optional<MetaState> meta,
      Optional<MetaEvaluation> evaluation,
      PolicyStep step,
      StrategySelection selection,
      RiskState risk) {
    /** A policy and a selection that were decided elsewhere, and a global policy that was not. */
    public static Outcome given(TradingPolicy policy, StrategySelection selection, Instant now) {
      StabilityState state =
          new StabilityState(
              policy, Optional.empty(), Optional.of(now), Optional.empty(), Map.of());
      return new Outcome(
          Optional.empty(),
          Optional.empty(),
          new PolicyStep(state, policy, Set.of(), Set.of()),
          selection,
          RiskState.UNKNOWN);
    }
  }

  /** Decides both. */
  public static Outcome decide(Input input) {
    Optional<MetaEvaluation> evaluation = evaluateIfDue(input);
    Optional<MetaState> meta = evaluation.map(MetaEvaluation::state).or(input::meta);
    Optional<GlobalPolicy> global =
        input.metaConfig().enabled() ? meta.map(MetaState::policy) : Optional.empty();
    PolicyInputs guarded = guarded(input, global);
    PolicyStep step =
        Stability.evaluate(
            input.stability(), guarded, input.settings(), input.now(), input.stabilityConfig());
    return new Outcome(
        meta, evaluation, step, selection(input, global), input.inputs().riskState());
  }

  private static Optional<MetaEvaluation> evaluateIfDue(Input input) {
    boolean due =
        input.metaConfig().enabled() && input.meta().filter(last -> !isDue(last, input)).isEmpty();
    return due
        ? Optional.of(
            MetaEvaluation.of(
                input.health(),
                input.candidates(),
                input.meta(),
                input.metaConfig(),
                input.moment().slot().start(),
                input.now()))
        : Optional.empty();
  }

  private static boolean isDue(MetaState last, Input input) {
    return last.isDueIn(input.moment().slot().start(), input.metaConfig());
  }

  private static PolicyInputs guarded(Input input, Optional<GlobalPolicy> global) {
    PolicyInputs inputs = input.inputs();
    if (input.metaConfig().enabled()) {
      inputs =
          inputs.withGlobalGuard(
              global.map(policy -> guard(policy, input.now())).orElse(GlobalGuard.UNREADABLE));
    }
    return input.control().state() == TradingState.ACTIVE
        ? inputs
        : inputs.withKillSwitch(input.control().reason());
  }

  private static GlobalGuard guard(GlobalPolicy policy, Instant now) {
    return new GlobalGuard(
        policy.modeAt(now), GlobalLimits.of(policy.limitsAt(now)), policy.isExpiredAt(now));
  }

  private static StrategySelection selection(Input input, Optional<GlobalPolicy> global) {
    if (!input.metaConfig().enabled()) {
      return new StrategySelection.All();
    }
    return global
        .filter(policy -> !policy.isExpiredAt(input.now()))
        .map(policy -> StrategySelection.Only.of(policy.allowedStrategies(), policy.probation()))
        .orElse(new StrategySelection.Only(Set.of(), Set.of()));
  }
}
