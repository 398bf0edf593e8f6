package dev.maestro.engine.policy.stability;

import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tightens the policy in force at once and loosens it slowly, field by field. The policy in force
 * is never looser than the candidate, and equals it once nothing changes any more.
 */
public final class Stability {
  private final StabilityState before;
  private final TradingPolicy candidate;
  private final Instant now;
  private final StabilityConfig config;

  private Stability(
      StabilityState before, TradingPolicy candidate, Instant now, StabilityConfig config) {
    this.before = before.unlessExpired(now);
    this.candidate = candidate;
    this.now = now;
    this.config = config;
  }

  /** Evaluates the rules, with the latch of the state, and brings the result into force. */
  public static PolicyStep evaluate(
      StabilityState state,
      PolicyInputs inputs,
      PolicySettings settings,
      Instant now,
      StabilityConfig config) {
    boolean isLatched = state.isLatched(config.dayOf(now));
    PolicyInputs latched = isLatched ? inputs.withDrawdownLatched() : inputs;
    return step(state, PolicyEngine.evaluate(latched, settings, now), now, config);
  }

  /**
   * Brings a candidate into force.
   *
   * @param state the last one, or {@link StabilityState#initial} if there is none or none readable
   * @param now also if earlier than the last evaluation: then nothing is loosened, and no counter
   *     or time moves
   */
  public static PolicyStep step(
      StabilityState state, TradingPolicy candidate, Instant now, StabilityConfig config) {
    return new Stability(state, candidate, now, config).step();
  }

  private PolicyStep step() {
    Map<PolicyField, Integer> counters = new EnumMap<>(PolicyField.class);
    Set<PolicyField> held = EnumSet.noneOf(PolicyField.class);
    Set<PolicyField> loosened = EnumSet.noneOf(PolicyField.class);
    boolean isMaterial = Similarity.isMaterial(candidate, before.inForce());
    for (PolicyField field : PolicyField.values()) {
      if (!field.isLooser(candidate, before.inForce())) {
        continue;
      }
      int confirmations = before.counter(field) + 1;
      if (mayLoosen(field, confirmations, isMaterial)) {
        loosened.add(field);
      } else {
        held.add(field);
        counters.put(field, confirmations);
      }
    }
    TradingPolicy inForce = HeldPolicy.of(candidate, before.inForce(), held);
    return new PolicyStep(next(inForce, counters, loosened), candidate, held, loosened);
  }

  private boolean mayLoosen(PolicyField field, int confirmations, boolean isMaterial) {
    return !hasSteppedBack()
        && hasIntervalPassed()
        && (isMaterial || confirmations >= config.steadyConfirmations())
        && (!liftsBlock(field) || confirmations >= config.loosenConfirmations());
  }

  private boolean liftsBlock(PolicyField field) {
    return field == PolicyField.GATE && before.inForce().riskProfile() == RiskProfile.NO_NEW_TRADES;
  }

  private boolean hasIntervalPassed() {
    return before
        .changedAt()
        .filter(changed -> now.isBefore(changed.plus(config.updateInterval())))
        .isEmpty();
  }

  private boolean hasSteppedBack() {
    return before.evaluatedAt().filter(now::isBefore).isPresent();
  }

  private StabilityState next(
      TradingPolicy inForce, Map<PolicyField, Integer> counters, Set<PolicyField> loosened) {
    if (hasSteppedBack()) {
      return new StabilityState(
          inForce,
          before.changedAt(),
          before.evaluatedAt(),
          before.expiresAt(),
          latchDay(),
          before.counters());
    }
    return new StabilityState(
        inForce,
        loosened.isEmpty() ? before.changedAt() : Optional.of(now),
        Optional.of(now),
        latchDay(),
        counters);
  }

  /** The latch stays until a later day than its own; a loss at its limit sets it again. */
  private Optional<LocalDate> latchDay() {
    Optional<LocalDate> standing = before.latchDay().filter(day -> before.isLatched(today()));
    boolean isHit = candidate.blockReasons().contains(BlockReason.DAILY_DRAWDOWN);
    return isHit ? standing.or(() -> Optional.of(today())) : standing;
  }

  /** The day of now, or of the last evaluation if the clock stepped back behind it. */
  private LocalDate today() {
    Instant latest = before.evaluatedAt().filter(now::isBefore).orElse(now);
    return config.dayOf(latest);
  }
}
