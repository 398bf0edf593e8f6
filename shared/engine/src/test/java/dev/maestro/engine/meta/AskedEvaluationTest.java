package dev.maestro.engine.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.meta.risk.RiskMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a call for an evaluation may change when none is due. */
class AskedEvaluationTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final int SLOTS_OF_AN_INTERVAL = 6;
  private static final List<HealthSample> HEALTHS =
      List.of(HealthSample.BEST, HealthSample.NEUTRAL, HealthSample.WORST, HealthSample.BEST);

  private static MetaState due(Optional<MetaState> before, HealthSample health, Instant now) {
    return MetaEvaluation.of(health.health(), List.of(), before, MetaConfig.DEFAULTS, now, now)
        .state();
  }

  private static MetaState asked(MetaState before, HealthSample health, Instant now) {
    return MetaEvaluation.asked(
            health.health(), List.of(), Optional.of(before), MetaConfig.DEFAULTS, now, now)
        .state();
  }

  @Test
  void no_number_of_calls_confirms_a_looser_mode_sooner() {
    MetaState state = due(Optional.empty(), HealthSample.BEST, NOW);
    for (int i = 1; i < 300; i++) {
      state = asked(state, HealthSample.BEST, NOW.plusSeconds(i));
      assertThat(state.policy().riskMode()).isEqualTo(RiskMode.NORMAL);
      assertThat(state.memory().assessed()).hasSize(1);
    }
    Instant next = NOW.plus(SLOT.multipliedBy(SLOTS_OF_AN_INTERVAL));
    assertThat(asked(state, HealthSample.BEST, next).policy().riskMode())
        .isEqualTo(RiskMode.AGGRESSIVE);
  }

  @Test
  void a_call_tightens_at_once_and_costs_the_confirmation_that_was_there() {
    MetaState state = due(Optional.empty(), HealthSample.BEST, NOW);
    MetaState bad = asked(state, HealthSample.WORST, NOW.plus(SLOT));
    MetaState good = asked(bad, HealthSample.BEST, NOW.plus(SLOT).plus(SLOT));

    assertThat(bad.policy().riskMode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(good.policy().riskMode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(good.memory().assessed()).containsExactly(RiskMode.DEFENSIVE);
  }

  @Test
  void a_call_before_its_time_puts_nothing_off_and_prolongs_nothing() {
    MetaState state = due(Optional.empty(), HealthSample.BEST, NOW);
    MetaState again = asked(state, HealthSample.NEUTRAL, NOW.plus(SLOT));

    assertThat(again.slotStart()).isEqualTo(state.slotStart());
    assertThat(again.policy().expiresAt()).isEqualTo(state.policy().expiresAt());
    assertThat(again.policy().createdAt()).isEqualTo(state.policy().createdAt());
    assertThat(again.policy().updatedAt()).isEqualTo(NOW.plus(SLOT));
    assertThat(again.policy().health()).isEqualTo(HealthSample.NEUTRAL.health());
  }

  @Test
  void a_call_when_one_is_due_is_that_one() {
    MetaState state = due(Optional.empty(), HealthSample.BEST, NOW);
    Instant next = NOW.plus(SLOT.multipliedBy(SLOTS_OF_AN_INTERVAL));

    assertThat(asked(state, HealthSample.NEUTRAL, next))
        .isEqualTo(due(Optional.of(state), HealthSample.NEUTRAL, next));
    assertThat(
            MetaEvaluation.asked(
                    HealthSample.BEST.health(),
                    List.of(),
                    Optional.empty(),
                    MetaConfig.DEFAULTS,
                    NOW,
                    NOW)
                .state())
        .isEqualTo(state);
  }

  @Test
  void with_calls_a_tenant_is_never_looser_than_without() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MetaState plain = due(Optional.empty(), HealthSample.NEUTRAL, NOW);
      MetaState called = plain;
      for (int slot = 1; slot < 60; slot++) {
        Instant now = NOW.plus(SLOT.multipliedBy(slot));
        HealthSample health = HEALTHS.get(random.nextInt(HEALTHS.size()));
        if (slot % SLOTS_OF_AN_INTERVAL == 0) {
          plain = due(Optional.of(plain), health, now);
          called = asked(called, health, now);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
          called = asked(called, HEALTHS.get(random.nextInt(HEALTHS.size())), now.plusSeconds(i));
        }
        assertThat(plain.policy().modeAt(now).isTighterThan(called.policy().modeAt(now)))
            .as("seed %s slot %s", seed, slot)
            .isFalse();
      }
    }
  }
}
