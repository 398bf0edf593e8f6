package dev.maestro.engine.reweigh.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import dev.maestro.engine.reweigh.day.DayWeights.Limited;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.Warning;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayWeightsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final BigDecimal MOST = new BigDecimal("0.1");
  private static final List<Standing> STANDINGS = List.of(Standing.values());
  private static final WeightsConfig CONFIG = config("0.1");

  private static WeightsConfig config(String most) {
    return WeightsConfig.of(Fields.of("", Map.of("max_daily_change", most)));
  }

  private static Instant day(int number) {
    return NOON.plus(Duration.ofDays(number));
  }

  /** What the engine calls for, of agents of any standing. */
  private static AgentWeights target(SplittableRandom random, int count) {
    List<AgentPerformance> agents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Standing standing = STANDINGS.get(random.nextInt(STANDINGS.size()));
      OptionalDouble sharpe =
          standing == Standing.UNPROVEN
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  standing == Standing.LOSING ? -random.nextDouble() : 3 * random.nextDouble());
      agents.add(
          new AgentPerformance("A" + i, standing, sharpe, 30, Optional.empty(), Optional.empty()));
    }
    return WeightsEngine.allocate(agents, CONFIG);
  }

  private static SortedMap<String, BigDecimal> byAgent(AgentWeights weights) {
    SortedMap<String, BigDecimal> byAgent = new TreeMap<>();
    weights.agents().forEach(agent -> byAgent.put(agent.performance().agentId(), agent.weight()));
    return byAgent;
  }

  @Test
  void no_weight_moves_further_in_a_day_than_it_may_however_often_it_is_weighed() {
    Seeds.forEach(
        random -> {
          int count = random.nextInt(2, 8);
          Optional<DayWeights> kept = Optional.empty();
          SortedMap<String, BigDecimal> evening = new TreeMap<>();
          for (int number = 0; number < 8; number++) {
            AgentWeights last = target(random, count);
            for (int time = random.nextInt(3); time >= 0; time--) {
              AgentWeights target = target(random, count);
              Limited limited = DayWeights.limited(kept, target, CONFIG, day(number));
              kept = limited.kept();
              last = limited.weights();
              if (number > 0) {
                holds(evening, target, last);
              }
            }
            evening = byAgent(last);
          }
        });
  }

  private static void holds(
      SortedMap<String, BigDecimal> evening, AgentWeights target, AgentWeights today) {
    BigDecimal sum = today.cash();
    for (int i = 0; i < today.agents().size(); i++) {
      AgentWeight agent = today.agents().get(i);
      String name = agent.performance().agentId();
      BigDecimal before = evening.getOrDefault(name, BigDecimal.ZERO);
      BigDecimal wanted = target.agents().get(i).weight();
      BigDecimal move = agent.weight().subtract(before);
      boolean isExempt = agent.performance().standing() == Standing.LOSING && move.signum() < 0;
      assertThat(isExempt || move.abs().compareTo(MOST) <= 0)
          .as(name + " moves by " + move)
          .isTrue();
      assertThat(agent.weight()).isBetween(before.min(wanted), before.max(wanted));
      assertThat(today.warnings().contains(Warning.heldBack(name)))
          .isEqualTo(agent.weight().compareTo(wanted) != 0);
      sum = sum.add(agent.weight());
    }
    assertThat(sum).isEqualByComparingTo("1");
    assertThat(today.cash()).isNotNegative();
  }

  @Test
  void weighing_again_on_a_day_starts_from_the_same_evening() {
    Seeds.forEach(
        random -> {
          Optional<DayWeights> evening =
              DayWeights.limited(Optional.empty(), target(random, 4), CONFIG, day(0)).kept();
          AgentWeights detour = target(random, 4);
          AgentWeights target = target(random, 4);
          Optional<DayWeights> later = DayWeights.limited(evening, detour, CONFIG, day(1)).kept();
          assertThat(DayWeights.limited(later, target, CONFIG, day(1).plusSeconds(60)))
              .isEqualTo(DayWeights.limited(evening, target, CONFIG, day(1)));
        });
  }

  @Test
  void the_target_is_reached_in_the_end_and_nothing_is_held_back_then() {
    Seeds.forEach(
        random -> {
          Optional<DayWeights> kept =
              DayWeights.limited(Optional.empty(), target(random, 5), CONFIG, day(0)).kept();
          AgentWeights target = target(random, 5);
          AgentWeights reached = target;
          for (int number = 1; number < 40; number++) {
            Limited limited = DayWeights.limited(kept, target, CONFIG, day(number));
            kept = limited.kept();
            reached = limited.weights();
          }
          assertThat(byAgent(reached)).isEqualTo(byAgent(target));
          assertThat(reached.warnings()).isEqualTo(target.warnings());
        });
  }

  @Test
  void without_a_limit_the_target_stands_and_nothing_is_kept() {
    Seeds.forEach(
        random -> {
          AgentWeights target = target(random, 5);
          Optional<DayWeights> old =
              DayWeights.limited(Optional.empty(), target(random, 5), CONFIG, day(0)).kept();
          assertThat(DayWeights.limited(old, target, WeightsConfig.DEFAULTS, day(1)))
              .isEqualTo(new Limited(target, Optional.empty()));
        });
  }

  @Test
  void what_was_kept_and_cannot_be_read_lets_nobody_have_more_than_a_days_move() {
    Seeds.forEach(
        random ->
            DayWeights.limited(
                    Optional.of(DayWeights.UNREADABLE), target(random, 4), CONFIG, day(0))
                .weights()
                .agents()
                .forEach(agent -> assertThat(agent.weight()).isLessThanOrEqualTo(MOST)));
  }

  @Test
  void a_clock_that_goes_back_begins_no_new_day() {
    SplittableRandom random = new SplittableRandom(4);
    Optional<DayWeights> evening =
        DayWeights.limited(Optional.empty(), target(random, 4), CONFIG, day(0)).kept();
    Optional<DayWeights> today =
        DayWeights.limited(evening, target(random, 4), CONFIG, day(1)).kept();
    Limited back = DayWeights.limited(today, target(random, 4), CONFIG, day(0));

    assertThat(back.kept().orElseThrow().day()).isEqualTo(LocalDate.parse("2026-03-03"));
    assertThat(back.kept().orElseThrow().before()).isEqualTo(today.orElseThrow().before());
  }

  @Test
  void a_lower_cap_holds_at_once() {
    SplittableRandom random = new SplittableRandom(9);
    DayWeights evening =
        new DayWeights(
            LocalDate.parse("2026-03-01"),
            Optional.empty(),
            new TreeMap<>(Map.of("A0", new BigDecimal("0.9"))));
    WeightsConfig capped =
        WeightsConfig.of(Fields.of("", Map.of("max_daily_change", "0.1", "max_weight", "0.4")));
    DayWeights.limited(Optional.of(evening), target(random, 3), capped, day(0))
        .weights()
        .agents()
        .forEach(agent -> assertThat(agent.weight()).isLessThanOrEqualTo(new BigDecimal("0.4")));
  }

  @Test
  void it_is_read_as_it_was_written() {
    Seeds.forEach(
        random -> {
          DayWeights first =
              DayWeights.limited(Optional.empty(), target(random, 4), CONFIG, day(0))
                  .kept()
                  .orElseThrow();
          DayWeights second =
              DayWeights.limited(Optional.of(first), target(random, 4), CONFIG, day(1))
                  .kept()
                  .orElseThrow();
          for (DayWeights each : List.of(first, second)) {
            assertThat(DayWeightsForm.read(Fields.of("", DayWeightsForm.VIEW.write(each))))
                .isEqualTo(each);
          }
        });
  }
}
