package dev.maestro.engine.weights;

import static dev.maestro.engine.weights.Agents.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds of the weights of any agents under any settings. */
class WeightLawsTest {
  @Test
  void weights_and_cash_are_exactly_one() {
    forAnyAgents(
        (agents, config) -> {
          List<BigDecimal> weights = Agents.weights(config, agents);
          assertThat(weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
              .isEqualByComparingTo(BigDecimal.ONE);
          assertThat(weights)
              .allSatisfy(
                  weight -> {
                    assertThat(weight).isNotNegative();
                    assertThat(weight.scale()).isEqualTo(10);
                  });
        });
  }

  @Test
  void the_same_agents_have_the_same_weights() {
    forAnyAgents(
        (agents, config) ->
            assertThat(WeightsEngine.allocate(agents, config))
                .isEqualTo(WeightsEngine.allocate(List.copyOf(agents), config)));
  }

  @Test
  void no_weight_exceeds_the_cap() {
    forAnyAgents(
        (agents, config) ->
            assertThat(byAgent(agents, config).values())
                .allSatisfy(weight -> assertThat(weight).isLessThanOrEqualTo(config.maxWeight())));
  }

  @Test
  void in_recovery_mode_no_weight_is_below_the_floor() {
    forAnyAgents(
        (agents, config) -> {
          if (!config.enforcePerformance()) {
            BigDecimal floor = floor(agents, config).subtract(UNIT);
            assertThat(byAgent(agents, config).values())
                .allSatisfy(weight -> assertThat(weight).isGreaterThanOrEqualTo(floor));
          }
        });
  }

  @Test
  void losing_agents_hold_nothing_beyond_their_floors() {
    forAnyAgents(
        (agents, config) -> {
          BigDecimal most =
              config.enforcePerformance() ? BigDecimal.ZERO : floor(agents, config).add(UNIT);
          Map<AgentId, BigDecimal> weights = byAgent(agents, config);
          for (AgentPerformance agent : agents) {
            if (agent.standing() == Standing.LOSING) {
              assertThat(weights.get(agent.agentId())).isLessThanOrEqualTo(most);
            }
          }
        });
  }

  @Test
  void an_agent_getting_worse_never_raises_what_losing_agents_hold_beyond_their_floors() {
    Seeds.forEach(
        random -> {
          WeightsConfig config = Agents.anyConfig(random);
          List<AgentPerformance> agents = Agents.any(random.nextInt(1, 10), random);
          BigDecimal before = beyondFloors(agents, config);
          int i = random.nextInt(agents.size());
          agents.set(i, worse(agents.get(i), random));
          BigDecimal rounding = UNIT.multiply(BigDecimal.valueOf(agents.size()));
          assertThat(beyondFloors(agents, config)).isLessThanOrEqualTo(before.add(rounding));
        });
  }

  @Test
  void the_order_of_the_agents_matters_by_one_unit_at_most() {
    Seeds.forEach(
        random -> {
          WeightsConfig config = Agents.anyConfig(random);
          List<AgentPerformance> agents = Agents.any(random.nextInt(1, 10), random);
          List<AgentPerformance> shuffled = new ArrayList<>();
          agents.forEach(agent -> shuffled.add(random.nextInt(shuffled.size() + 1), agent));
          Map<AgentId, BigDecimal> weights = byAgent(agents, config);
          byAgent(shuffled, config)
              .forEach(
                  (agent, weight) ->
                      assertThat(weight.subtract(weights.get(agent)).abs())
                          .isLessThanOrEqualTo(UNIT));
        });
  }

  @Test
  void a_higher_score_never_has_a_smaller_weight() {
    forAnyAgents(
        (agents, config) -> {
          Map<AgentId, BigDecimal> weights = byAgent(agents, config);
          for (AgentPerformance better : agents) {
            for (AgentPerformance other : agents) {
              if (Agents.score(better) > Agents.score(other)) {
                assertThat(weights.get(better.agentId()))
                    .as("%s against %s under %s", better, other, config)
                    .isGreaterThanOrEqualTo(weights.get(other.agentId()));
              }
            }
          }
        });
  }

  @Test
  void a_worse_sharpe_never_weighs_more() {
    Seeds.forEach(
        random -> {
          WeightsConfig config = Agents.anyConfig(random);
          List<AgentPerformance> agents = Agents.any(random.nextInt(1, 10), random);
          int i = random.nextInt(agents.size());
          AgentId id = agents.get(i).agentId();
          BigDecimal before = weight(byAgent(agents, config), id);
          agents.set(i, worse(agents.get(i), random));
          assertThat(weight(byAgent(agents, config), id))
              .as("%s under %s", agents.get(i), config)
              .isLessThanOrEqualTo(before.add(UNIT));
        });
  }

  @Test
  void raising_all_scores_equally_changes_nothing() {
    Seeds.forEach(
        random -> {
          WeightsConfig config = Agents.anyConfig(random);
          int raise = random.nextInt(1, 512);
          List<AgentPerformance> agents = new ArrayList<>();
          List<AgentPerformance> raised = new ArrayList<>();
          for (int i = 0; i < random.nextInt(1, 10); i++) {
            int score = random.nextInt(1, 1024);
            boolean losing = random.nextInt(4) == 0;
            // multiples of 1/512 are exact, and so are their differences
            agents.add(losing ? Agents.losing("A" + i) : Agents.ranked("A" + i, score / 512.0));
            raised.add(
                losing ? Agents.losing("A" + i) : Agents.ranked("A" + i, (score + raise) / 512.0));
          }
          assertThat(Agents.weights(config, raised)).isEqualTo(Agents.weights(config, agents));
        });
  }

  @Test
  void with_an_agent_below_the_cap_that_shares_nothing_stays_cash() {
    forAnyAgents(
        (agents, config) -> {
          Map<AgentId, BigDecimal> weights = byAgent(agents, config);
          boolean roomLeft =
              agents.stream()
                  .filter(agent -> shares(agent, config))
                  .anyMatch(
                      agent -> weight(weights, agent.agentId()).compareTo(config.maxWeight()) < 0);
          if (roomLeft) {
            assertThat(WeightsEngine.allocate(agents, config).cash()).isZero();
          }
        });
  }

  private static void forAnyAgents(BiConsumer<List<AgentPerformance>, WeightsConfig> law) {
    Seeds.forEach(
        random -> law.accept(Agents.any(random.nextInt(0, 13), random), Agents.anyConfig(random)));
  }

  private static boolean shares(AgentPerformance agent, WeightsConfig config) {
    return config.enforcePerformance() ? Agents.score(agent) > 0 : Agents.score(agent) >= 0;
  }

  private static AgentPerformance worse(AgentPerformance agent, SplittableRandom random) {
    if (agent.standing() != Standing.RANKED || random.nextInt(4) == 0) {
      return Agents.losing(agent.agentId());
    }
    return random.nextInt(4) == 0
        ? Agents.unproven(agent.agentId())
        : Agents.ranked(agent.agentId(), agent.sharpe().orElseThrow() * random.nextDouble());
  }

  private static BigDecimal floor(List<AgentPerformance> agents, WeightsConfig config) {
    BigDecimal n = BigDecimal.valueOf(agents.size());
    boolean feasible = config.minFloorWeight().multiply(n).compareTo(BigDecimal.ONE) <= 0;
    return feasible
        ? config.minFloorWeight()
        : BigDecimal.ONE.divide(n.add(n), new java.math.MathContext(30));
  }

  private static BigDecimal beyondFloors(List<AgentPerformance> agents, WeightsConfig config) {
    BigDecimal floor = config.enforcePerformance() ? BigDecimal.ZERO : floor(agents, config);
    BigDecimal beyond = BigDecimal.ZERO;
    Map<AgentId, BigDecimal> weights = byAgent(agents, config);
    for (AgentPerformance agent : agents) {
      if (agent.standing() == Standing.LOSING) {
        beyond = beyond.add(weight(weights, agent.agentId())).subtract(floor);
      }
    }
    return beyond;
  }

  private static BigDecimal weight(Map<AgentId, BigDecimal> weights, AgentId agent) {
    return Optional.ofNullable(weights.get(agent)).orElseThrow();
  }

  private static Map<AgentId, BigDecimal> byAgent(
      List<AgentPerformance> agents, WeightsConfig config) {
    Map<AgentId, BigDecimal> weights = new HashMap<>();
    WeightsEngine.allocate(agents, config)
        .agents()
        .forEach(agent -> weights.put(agent.performance().agentId(), agent.weight()));
    return weights;
  }
}
