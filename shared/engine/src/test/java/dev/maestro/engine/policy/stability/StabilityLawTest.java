package dev.maestro.engine.policy.stability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.PolicyOrder;
import dev.maestro.engine.policy.RandomCase;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.Worsening;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws over random histories of evaluations. */
class StabilityLawTest {
  private static final int STEPS = 20;
  private static final double NOISE = 1e-9;
  private static final List<Integer> PAUSES = List.of(0, 1, 30, 59, 60, 61, 300, 3600, 3601);

  @Test
  void the_policy_in_force_is_never_looser_and_reaches_the_candidate_in_four_evaluations() {
    Seeds.forTenTimesAsMany(
        random -> {
          Session session = new Session(RandomCase.of(random));
          session.now = Instant.parse("2026-03-02T01:00:00Z");
          for (int step = 0; step < STEPS; step++) {
            change(session.inputs, random);
            check(session, pause(random));
          }
          settle(session);
        });
  }

  @Test
  void a_clock_that_steps_back_never_loosens() {
    Seeds.forEach(
        random -> {
          Session session = new Session(RandomCase.of(random));
          for (int step = 0; step < STEPS; step++) {
            RandomCase.inputs(session.inputs, random);
            check(session, random.nextInt(7200) - 3600L);
          }
        });
  }

  /** Half of the time one input gets worse, else all are drawn anew or stay as they are. */
  private static void change(Case inputs, SplittableRandom random) {
    switch (random.nextInt(4)) {
      case 0 -> RandomCase.inputs(inputs, random);
      case 1 -> {
        Case worse = inputs.copy();
        if (worse.losingStreak.isPresent()
            && worse.openTrades.isPresent()
            && worse.exposure.isPresent()) {
          RandomCase.pick(random, Worsening.values()).apply(inputs, random);
        }
        inputs.isLatched = false;
      }
      default -> {}
    }
  }

  private static long pause(SplittableRandom random) {
    return PAUSES.get(random.nextInt(PAUSES.size()));
  }

  private static void check(Session session, long pause) {
    StabilityState before = session.state;
    Instant latest = before.evaluatedAt().orElse(Instant.EPOCH);
    PolicyStep step = session.after(pause);
    TradingPolicy inForce = step.inForce();
    assertThat(PolicyOrder.looserFields(inForce, step.candidate(), NOISE)).isEmpty();
    if (step.loosened().isEmpty()) {
      assertThat(looserThan(before.policyAt(session.now), inForce)).isEmpty();
    } else {
      assertThat(step.state().changedAt()).contains(session.now);
    }
    if (session.now.isBefore(latest)) {
      assertThat(step.loosened()).isEmpty();
      assertThat(step.state().counters()).isEqualTo(before.counters());
      assertThat(step.state().evaluatedAt()).contains(latest);
    }
    assertThat(step.held().isEmpty()).isEqualTo(inForce.equals(step.candidate()));
    assertThat(Collections.disjoint(inForce.allowedSymbols(), inForce.disallowedSymbols()))
        .isTrue();
  }

  /** Allowed symbols that come and go are no loosening. */
  private static List<String> looserThan(TradingPolicy before, TradingPolicy now) {
    return PolicyOrder.looserFields(now, before, NOISE).stream()
        .filter(field -> !field.equals("allowed_symbols"))
        .toList();
  }

  private static void settle(Session session) {
    PolicyStep last = session.after(60);
    for (int evaluation = 1; evaluation < 4; evaluation++) {
      last = session.after(60);
    }
    assertThat(last.inForce()).isEqualTo(last.candidate());
    assertThat(session.after(60).state().counters()).isEmpty();
  }
}
