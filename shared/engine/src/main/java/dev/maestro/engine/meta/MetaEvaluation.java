package dev.maestro.engine.meta;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskAssessment;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.meta.selection.Selection;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One evaluation of the controller, from health and strategies to the policy.
 *
 * @param assessment what health alone says
 * @param state to store, policy and memory together
 */
public record MetaEvaluation(RiskAssessment assessment, Selection selection, MetaState state) {
  /**
   * Evaluates.
   *
   * @param candidates the LIVE strategies with their figures of the last 30 days, in any order
   * @param previous the last evaluation; empty before the first. Where it exists but cannot be
   *     read, {@link MetaState#lostAt} stands in for it
   * @param slot the start of the slot that is being decided
   */
  public static MetaEvaluation of(
      SystemHealth health,
      Collection<StrategyCandidate> candidates,
      Optional<MetaState> previous,
      MetaConfig config,
      Instant slot,
      Instant now) {
    RiskAssessment assessment = RiskAssessment.of(health, config.allowShorts());
    RiskMemory memory =
        previous
            .map(state -> state.memoryAt(now))
            .orElse(RiskMemory.START)
            .after(assessment.mode(), config.upgradeConfirmations());
    Term term = new Term(slot, now.plus(config.policyLifetime()));
    return of(health, candidates, assessment, memory, previous, config, term, now);
  }

  /**
   * Evaluates because somebody asked for it. Where one is due in the slot, this is it. Else it
   * takes the place of the last one, whose slot and end stand: it selects anew and may tighten the
   * mode, but it confirms nothing, prolongs nothing and puts off nothing.
   *
   * @param slot the start of the slot that it is
   */
  public static MetaEvaluation asked(
      SystemHealth health,
      Collection<StrategyCandidate> candidates,
      Optional<MetaState> previous,
      MetaConfig config,
      Instant slot,
      Instant now) {
    if (previous.filter(last -> !last.isDueIn(slot, config)).isEmpty()) {
      return of(health, candidates, previous, config, slot, now);
    }
    MetaState last = previous.get();
    RiskAssessment assessment = RiskAssessment.of(health, config.allowShorts());
    RiskMemory memory = last.memoryAt(now).again(assessment.mode());
    Term term = new Term(last.slotStart(), last.policy().expiresAt());
    return of(health, candidates, assessment, memory, previous, config, term, now);
  }

  /** In which slot it counts as made, and until when it stands. */
  private record Term(Instant slot, Instant end) {}

  private static MetaEvaluation of(
      SystemHealth health,
      Collection<StrategyCandidate> candidates,
      RiskAssessment assessment,
      RiskMemory memory,
      Optional<MetaState> previous,
      MetaConfig config,
      Term term,
      Instant now) {
    ModeLimits limits = ModeLimits.of(memory.inForce());
    Selection selection = select(candidates, health.regime(), limits, config);
    GlobalPolicy policy =
        new GlobalPolicy(
            memory.inForce(),
            selection.allowed(),
            selection.probation(),
            limits,
            health,
            reasons(assessment, memory.inForce()),
            selection.warnings(),
            previous.map(state -> state.policy().createdAt()).orElse(now),
            now,
            term.end());
    return new MetaEvaluation(assessment, selection, new MetaState(policy, memory, term.slot()));
  }

  private static Selection select(
      Collection<StrategyCandidate> candidates,
      HealthRegime regime,
      ModeLimits limits,
      MetaConfig config) {
    List<RankedStrategy> ranking = RankedStrategy.rank(candidates, regime);
    return Selection.of(ranking, limits.maxStrategies(), config.selectionRules());
  }

  private static List<String> reasons(RiskAssessment assessment, RiskMode inForce) {
    List<String> reasons = new ArrayList<>(assessment.reasons());
    if (inForce.isTighterThan(assessment.mode())) {
      reasons.add(assessment.mode() + " is not confirmed yet: " + inForce + " holds");
    }
    return reasons;
  }
}
