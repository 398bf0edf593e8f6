package dev.maestro.cli.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WeightsTableTest {
  private static final List<AgentPerformance> EXAMPLE =
      List.of(
          agent("GammaScalper", Standing.LOSING, OptionalDouble.of(-0.4321), 100),
          agent("SentimentAgent", Standing.RANKED, OptionalDouble.of(1.2156), 100),
          agent("WhaleFlowAgent", Standing.RANKED, OptionalDouble.of(1.8734), 100),
          agent("MeanReverter", Standing.RANKED, OptionalDouble.of(0.8421), 87));

  @Test
  void the_table_is_that_of_the_specification_best_first() {
    assertThat(lines(EXAMPLE, Optional.empty()))
        .containsExactly(
            "============================================================",
            "MAESTRO - AGENT WEIGHTS",
            "============================================================",
            "WhaleFlowAgent      :  50.68% (Sharpe:  1.8734, 100 trades)",
            "SentimentAgent      :  26.25% (Sharpe:  1.2156, 100 trades)",
            "MeanReverter        :  18.07% (Sharpe:  0.8421, 87 trades)",
            "GammaScalper        :   5.00% (Sharpe: -0.4321, losing: floor)",
            "Cash                :   0.00%");
  }

  @Test
  void with_capital_every_line_ends_with_its_dollars() {
    assertThat(lines(EXAMPLE, Optional.of(new BigDecimal("100000"))).subList(3, 8))
        .containsExactly(
            "WhaleFlowAgent      :  50.68% (Sharpe:  1.8734, 100 trades)             50,679.29",
            "SentimentAgent      :  26.25% (Sharpe:  1.2156, 100 trades)             26,251.35",
            "MeanReverter        :  18.07% (Sharpe:  0.8421, 87 trades)              18,069.36",
            "GammaScalper        :   5.00% (Sharpe: -0.4321, losing: floor)           5,000.00",
            "Cash                :   0.00%                                                0.00");
  }

  @Test
  void an_unknown_sharpe_is_not_shown_as_a_number() {
    List<AgentPerformance> agents =
        List.of(
            agent("New", Standing.UNPROVEN, OptionalDouble.empty(), 1),
            agent("Sunk", Standing.LOSING, OptionalDouble.empty(), 5));
    assertThat(lines(agents, Optional.empty()))
        .contains(
            "New                 :  95.00% (Sharpe: unknown, unproven: 1 trades)",
            "Sunk                :   5.00% (Sharpe: unknown, losing: floor)");
  }

  @Test
  void long_names_widen_the_first_column() {
    String name = "AnAgentWithANameOfMoreThanTwentySigns";
    assertThat(
            lines(List.of(agent(name, Standing.RANKED, OptionalDouble.of(1), 9)), Optional.empty()))
        .contains(
            name + ": 100.00% (Sharpe:  1.0000, 9 trades)",
            "Cash" + " ".repeat(name.length() - 4) + ":   0.00%");
  }

  @Test
  void warnings_stand_under_the_table() {
    List<AgentPerformance> agents =
        List.of(agent("Sunk", Standing.LOSING, OptionalDouble.of(-2), 9));
    assertThat(lines(agents, Optional.empty())).endsWith("Warning: ALL_LOSING");
  }

  private static List<String> lines(List<AgentPerformance> agents, Optional<BigDecimal> capital) {
    AgentWeights weights = WeightsEngine.allocate(agents, WeightsConfig.of(Fields.EMPTY));
    return WeightsTable.lines(weights, capital);
  }

  private static AgentPerformance agent(
      String id, Standing standing, OptionalDouble sharpe, int trades) {
    return new AgentPerformance(id, standing, sharpe, trades, Optional.empty(), Optional.empty());
  }
}
