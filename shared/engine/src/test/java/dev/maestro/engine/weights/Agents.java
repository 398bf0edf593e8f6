package dev.maestro.engine.weights;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Agents that are judged already, and what they weigh. */
final class Agents {
  /** One unit of a weight. */
  static final BigDecimal UNIT = new BigDecimal("0.0000000001");

  private Agents() {}

  static AgentPerformance ranked(String id, double sharpe) {
    return agent(id, Standing.RANKED, OptionalDouble.of(sharpe));
  }

  static AgentPerformance losing(String id) {
    return agent(id, Standing.LOSING, OptionalDouble.of(-0.5));
  }

  static AgentPerformance unproven(String id) {
    return agent(id, Standing.UNPROVEN, OptionalDouble.empty());
  }

  /** Of every standing, some with equal Sharpe ratios. */
  static AgentPerformance any(String id, SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> losing(id);
      case 1 -> unproven(id);
      case 2 -> ranked(id, random.nextInt(4) / 2.0);
      default -> ranked(id, random.nextDouble(0, 4));
    };
  }

  static List<AgentPerformance> any(int count, SplittableRandom random) {
    List<AgentPerformance> agents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      agents.add(any("A" + i, random));
    }
    return agents;
  }

  /** min(sharpe, 3) of a ranked agent, 0 of an unproven one, below all of them a losing one. */
  static double score(AgentPerformance agent) {
    return switch (agent.standing()) {
      case RANKED -> Math.min(agent.sharpe().orElseThrow(), 3);
      case UNPROVEN -> 0;
      case LOSING -> Double.NEGATIVE_INFINITY;
    };
  }

  /** The weights in agent order, the cash at the end. */
  static List<BigDecimal> weights(Map<String, Object> config, AgentPerformance... agents) {
    return weights(WeightsConfig.of(Fields.of("", config)), List.of(agents));
  }

  static List<BigDecimal> weights(WeightsConfig config, List<AgentPerformance> agents) {
    AgentWeights weighed = WeightsEngine.allocate(agents, config);
    List<BigDecimal> weights = new ArrayList<>();
    weighed.agents().forEach(agent -> weights.add(agent.weight()));
    weights.add(weighed.cash());
    return weights;
  }

  /** The weights and the cash as text, e.g. {@code 0.5 0.5 0}. */
  static String plain(Map<String, Object> config, AgentPerformance... agents) {
    StringBuilder text = new StringBuilder();
    weights(config, agents)
        .forEach(weight -> text.append(weight.stripTrailingZeros().toPlainString()).append(' '));
    return text.toString().strip();
  }

  /** Settings of both modes with floors, caps and temperatures of every size. */
  static WeightsConfig anyConfig(SplittableRandom random) {
    BigDecimal floor = BigDecimal.valueOf(random.nextInt(0, 13), 2);
    BigDecimal cap =
        random.nextBoolean()
            ? BigDecimal.ONE
            : floor.max(BigDecimal.valueOf(random.nextInt(1, 1000), 3));
    String[] temperatures = {"0.01", "0.1", "0.5", "1", "1", "2", "100"};
    return WeightsConfig.of(
        Fields.of(
            "",
            Map.of(
                "min_floor_weight",
                floor,
                "max_weight",
                cap,
                "enforce_performance",
                random.nextInt(3) == 0,
                "temperature",
                temperatures[random.nextInt(temperatures.length)])));
  }

  private static AgentPerformance agent(String id, Standing standing, OptionalDouble sharpe) {
    return new AgentPerformance(id, standing, sharpe, 50, Optional.empty(), Optional.empty());
  }
}
