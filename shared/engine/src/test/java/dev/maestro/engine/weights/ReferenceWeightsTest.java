package dev.maestro.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.AgentPerformance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine's weights against the reference. */
class ReferenceWeightsTest {
  @Test
  void the_weights_are_those_of_an_exact_calculation() {
    Seeds.forEach(
        random -> {
          List<AgentPerformance> agents = Agents.any(random.nextInt(0, 13), random);
          compare(agents, Agents.anyConfig(random));
        });
  }

  @Test
  void many_agents_weigh_what_an_exact_calculation_says() {
    for (int n = 20; n <= 80; n += 20) {
      List<AgentPerformance> agents = Agents.any(n, new java.util.SplittableRandom(n));
      compare(agents, WeightsConfig.DEFAULTS);
      compare(
          agents,
          WeightsConfig.of(
              Fields.of("", Map.of("min_floor_weight", "0.001", "max_weight", "0.02"))));
    }
  }

  /**
   * Agents without a record and losing ones, the floor infeasible: shares that are fractions of
   * small numbers, whose remainders are often exactly equal.
   */
  @Test
  void ties_go_to_the_higher_score_then_to_the_earlier_agent_and_to_cash_last() {
    for (int n = 1; n <= 30; n++) {
      for (int losing = 0; losing <= n; losing++) {
        List<AgentPerformance> agents = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          agents.add(i < losing ? Agents.losing("L" + i) : Agents.unproven("U" + i));
        }
        for (String floor : List.of("1", "0.05", "0.01234567895", "0.01234567893")) {
          WeightsConfig config = WeightsConfig.of(Fields.of("", Map.of("min_floor_weight", floor)));
          assertThat(Agents.weights(config, agents))
              .as("%s agents, %s of them losing, floor %s", n, losing, floor)
              .isEqualTo(ReferenceWeights.of(agents, config).rounded());
        }
      }
    }
  }

  private static void compare(List<AgentPerformance> agents, WeightsConfig config) {
    ReferenceWeights reference = ReferenceWeights.of(agents, config);
    List<BigDecimal> weights = Agents.weights(config, agents);
    if (reference.isKnifeEdge()) {
      for (int i = 0; i < weights.size(); i++) {
        assertThat(weights.get(i).subtract(reference.rounded().get(i)).abs())
            .isLessThanOrEqualTo(Agents.UNIT);
      }
    } else {
      assertThat(weights).as("%s %s", config, agents).isEqualTo(reference.rounded());
    }
  }
}
