package dev.maestro.engine.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.Selection.Warning;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetaEvaluationTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private static MetaEvaluation evaluate(
      HealthSample health,
      List<StrategyCandidate> strategies,
      Optional<MetaState> before,
      Instant now) {
    return MetaEvaluation.of(health.health(), strategies, before, MetaConfig.DEFAULTS, now, now);
  }

  private static MetaState first(HealthSample health) {
    return evaluate(health, List.of(), Optional.empty(), NOW).state();
  }

  private static MetaState next(MetaState before, HealthSample health, Instant now) {
    return evaluate(health, List.of(), Optional.of(before), now).state();
  }

  @Test
  void a_policy_carries_the_limits_of_its_mode_and_stands_for_an_hour() {
    List<StrategyCandidate> strategies =
        List.of(StrategySample.good("A", 50), StrategySample.good("P", 3));
    MetaEvaluation evaluation = evaluate(HealthSample.NEUTRAL, strategies, Optional.empty(), NOW);
    assertThat(evaluation.state().policy())
        .isEqualTo(
            new GlobalPolicy(
                RiskMode.NORMAL,
                List.of("A"),
                List.of("P"),
                ModeLimits.of(RiskMode.NORMAL),
                HealthSample.NEUTRAL.health(),
                List.of(),
                List.of(Warning.LOW_DIVERSITY),
                NOW,
                NOW,
                NOW.plus(Duration.ofHours(1))));
    assertThat(evaluation.assessment().mode()).isEqualTo(RiskMode.NORMAL);
    assertThat(evaluation.selection().ranking()).hasSize(2);
  }

  @Test
  void a_looser_mode_waits_for_its_confirmation_and_says_so() {
    MetaState defensive = first(HealthSample.WORST);
    MetaState held = next(defensive, HealthSample.BEST, NOW.plus(HALF_HOUR));
    MetaState loosened =
        next(held, HealthSample.BEST, NOW.plus(HALF_HOUR).plus(HALF_HOUR).minusSeconds(1));
    assertThat(defensive.policy().riskMode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(held.policy().riskMode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(held.policy().reasons())
        .hasSize(5)
        .last()
        .isEqualTo("AGGRESSIVE is not confirmed yet: DEFENSIVE holds");
    assertThat(loosened.policy().riskMode()).isEqualTo(RiskMode.AGGRESSIVE);
    assertThat(loosened.policy().reasons()).hasSize(4);
    assertThat(loosened.policy().createdAt()).isEqualTo(NOW);
    assertThat(loosened.policy().updatedAt()).isAfter(NOW);
  }

  @Test
  void the_number_of_confirmations_is_configuration() {
    MetaConfig once = MetaConfig.of(Fields.of("", Map.of("upgrade_confirmations", 1)));
    MetaEvaluation evaluation =
        MetaEvaluation.of(
            HealthSample.BEST.health(),
            List.of(),
            Optional.of(first(HealthSample.WORST)),
            once,
            NOW.plus(HALF_HOUR),
            NOW.plus(HALF_HOUR));
    assertThat(evaluation.state().policy().riskMode()).isEqualTo(RiskMode.AGGRESSIVE);
  }

  @Test
  void the_direction_of_a_fall_counts_for_those_who_sell_short() {
    HealthSample falling = HealthSample.NEUTRAL.withDrawdown(1).with(HealthRegime.BEAR_TRENDING);
    MetaConfig shorts =
        MetaConfig.of(Fields.of("", Map.of("allow_shorts", true, "upgrade_confirmations", 1)));
    assertThat(
            MetaEvaluation.of(falling.health(), List.of(), Optional.empty(), shorts, NOW, NOW)
                .assessment()
                .mode())
        .isEqualTo(RiskMode.AGGRESSIVE);
    assertThat(evaluate(falling, List.of(), Optional.empty(), NOW).assessment().mode())
        .isEqualTo(RiskMode.NORMAL);
  }

  @Test
  void after_an_expired_policy_defensive_holds_until_enough_evaluations_have_said_otherwise() {
    MetaState before = first(HealthSample.NEUTRAL);
    Instant expiry = NOW.plusSeconds(3600);
    assertThat(before.memoryAt(expiry.minusNanos(1))).isEqualTo(before.memory());
    assertThat(before.memoryAt(expiry).inForce()).isEqualTo(RiskMode.DEFENSIVE);
    MetaState thrice = nextOfThree(before, expiry);
    assertThat(thrice.policy().riskMode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(thrice.policy().createdAt()).isEqualTo(NOW);
    assertThat(nextOfThree(thrice, expiry.plus(HALF_HOUR)).policy().riskMode())
        .isEqualTo(RiskMode.NORMAL);
  }

  private static MetaState nextOfThree(MetaState before, Instant now) {
    MetaConfig thrice = MetaConfig.of(Fields.of("", Map.of("upgrade_confirmations", 3)));
    return MetaEvaluation.of(
            HealthSample.NEUTRAL.health(), List.of(), Optional.of(before), thrice, now, now)
        .state();
  }

  @Test
  void the_memory_of_confirmations_outlives_the_policy() {
    MetaState before = first(HealthSample.NEUTRAL);
    MetaState late = next(before, HealthSample.NEUTRAL, NOW.plus(Duration.ofDays(1)));
    assertThat(late.policy().riskMode()).isEqualTo(RiskMode.NORMAL);
    MetaState bad = next(before, HealthSample.WORST, NOW.plus(Duration.ofDays(1)));
    assertThat(next(bad, HealthSample.NEUTRAL, NOW.plus(Duration.ofDays(2))).policy().riskMode())
        .isEqualTo(RiskMode.DEFENSIVE);
  }

  @Test
  void a_lost_state_is_evaluated_like_an_expired_one() {
    MetaEvaluation evaluation =
        evaluate(HealthSample.BEST, List.of(), Optional.of(MetaState.lostAt(NOW)), NOW);
    assertThat(evaluation.state().memory().inForce()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(evaluation.state().policy().createdAt()).isEqualTo(NOW);
  }

  @Test
  void an_expired_policy_acts_as_defensive() {
    GlobalPolicy policy =
        evaluate(
                HealthSample.NEUTRAL,
                List.of(StrategySample.good("A", 50), StrategySample.good("P", 3)),
                Optional.empty(),
                NOW)
            .state()
            .policy();
    Instant last = NOW.plusSeconds(3600).minusNanos(1);
    assertThat(policy.isExpiredAt(last)).isFalse();
    assertThat(policy.modeAt(last)).isEqualTo(RiskMode.NORMAL);
    assertThat(policy.limitsAt(last)).isEqualTo(ModeLimits.of(RiskMode.NORMAL));
    Instant expiry = NOW.plusSeconds(3600);
    assertThat(policy.isExpiredAt(expiry)).isTrue();
    assertThat(policy.modeAt(expiry)).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(policy.limitsAt(expiry)).isEqualTo(ModeLimits.of(RiskMode.DEFENSIVE));
  }

  @Test
  void an_empty_list_of_strategies_allows_none() {
    GlobalPolicy policy = first(HealthSample.NEUTRAL).policy();
    assertThat(policy.allowedStrategies()).isEmpty();
  }

  @Test
  void a_strategy_is_not_both_allowed_and_on_probation() {
    assertThatThrownBy(
            () ->
                new GlobalPolicy(
                    RiskMode.NORMAL,
                    List.of("A", "B"),
                    List.of("C", "B"),
                    ModeLimits.of(RiskMode.NORMAL),
                    HealthSample.NEUTRAL.health(),
                    List.of(),
                    List.of(),
                    NOW,
                    NOW,
                    NOW))
        .hasMessageContaining("on probation is not allowed besides");
  }

  @Test
  void an_evaluation_is_due_from_slot_to_slot_or_when_time_steps_back() {
    MetaState late =
        MetaEvaluation.of(
                HealthSample.NEUTRAL.health(),
                List.of(),
                Optional.empty(),
                MetaConfig.DEFAULTS,
                NOW,
                NOW.plusSeconds(299))
            .state();
    assertThat(late.isDueIn(NOW, MetaConfig.DEFAULTS)).isFalse();
    assertThat(late.isDueIn(NOW.plus(Duration.ofMinutes(25)), MetaConfig.DEFAULTS)).isFalse();
    assertThat(late.isDueIn(NOW.plus(HALF_HOUR), MetaConfig.DEFAULTS)).isTrue();
    assertThat(late.isDueIn(NOW.minus(Duration.ofMinutes(5)), MetaConfig.DEFAULTS)).isTrue();
  }

  @Test
  void the_same_input_gives_the_same_policy_in_whatever_order_the_strategies_come() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<StrategyCandidate> strategies = StrategySample.random(new SplittableRandom(seed));
      MetaEvaluation before = evaluate(HealthSample.NEUTRAL, strategies, Optional.empty(), NOW);
      Collections.shuffle(strategies, new Random(seed));
      assertThat(evaluate(HealthSample.NEUTRAL, strategies, Optional.empty(), NOW))
          .as("seed " + seed)
          .isEqualTo(before)
          .hasToString(before.toString());
    }
  }
}
