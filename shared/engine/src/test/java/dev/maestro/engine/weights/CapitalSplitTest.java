package dev.maestro.engine.weights;

import static dev.maestro.engine.weights.Agents.losing;
import static dev.maestro.engine.weights.Agents.ranked;
import static dev.maestro.engine.weights.Agents.unproven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.AgentPerformance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalSplitTest {
  @Test
  void capital_is_divided_by_the_weights() {
    assertThat(split("100000", Map.of(), losing("A"), unproven("B"), losing("C")))
        .containsExactly("5000.00", "90000.00", "5000.00", "0.00");
    assertThat(split("1000", Map.of("max_weight", "0.4"), unproven("A"), unproven("B")))
        .containsExactly("400.00", "400.00", "200.00");
  }

  @Test
  void missing_cents_go_to_the_largest_remainders() {
    assertThat(split("0.05", Map.of(), ranked("A", 1), ranked("B", 0.5)))
        .containsExactly("0.03", "0.02", "0.00");
    assertThat(split("0.01", Map.of(), ranked("A", 0.5), ranked("B", 1)))
        .containsExactly("0.00", "0.01", "0.00");
  }

  @Test
  void ties_go_to_the_earlier_agent_and_to_cash_last() {
    assertThat(split("0.01", Map.of(), unproven("A"), unproven("B")))
        .containsExactly("0.01", "0.00", "0.00");
    assertThat(split("0.01", Map.of("max_weight", "0.5"), unproven("A")))
        .containsExactly("0.01", "0.00");
  }

  @Test
  void no_capital_is_divided_into_nothing() {
    assertThat(split("0", Map.of(), unproven("A"))).containsExactly("0.00", "0.00");
    assertThat(split("70.5", Map.of())).containsExactly("70.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "-1", "0.001", "100.005", "1e-3"})
  void capital_is_not_negative_and_whole_cents(String capital) {
    assertThatThrownBy(() -> split(capital, Map.of(), unproven("A")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("capital must be at least 0 with at most 2 decimal places, got ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+5", "100000.00000", "99999.99", "0.00"})
  void capital_may_be_written_in_many_ways(String capital) {
    assertThat(split(capital, Map.of(), unproven("A")).get(0))
        .isEqualTo(new BigDecimal(capital).setScale(2).toPlainString());
  }

  @Test
  void the_parts_add_up_to_the_cent_and_none_is_a_cent_off_its_share() {
    Seeds.forEach(
        random -> {
          BigDecimal capital = BigDecimal.valueOf(random.nextLong(0, 100_000_000), 2);
          List<AgentPerformance> agents = Agents.any(random.nextInt(0, 13), random);
          AgentWeights weights = WeightsEngine.allocate(agents, Agents.anyConfig(random));
          CapitalSplit split = CapitalSplit.of(capital, weights);
          BigDecimal sum = split.cash();
          for (AgentWeight agent : weights.agents()) {
            BigDecimal part = split.of(agent);
            sum = sum.add(part);
            assertThat(part.subtract(capital.multiply(agent.weight())).abs())
                .isLessThan(new BigDecimal("0.01"));
          }
          assertThat(split.cash().subtract(capital.multiply(weights.cash())).abs())
              .isLessThan(new BigDecimal("0.01"));
          assertThat(sum).isEqualByComparingTo(capital);
        });
  }

  private static List<String> split(
      String capital, Map<String, Object> config, AgentPerformance... agents) {
    AgentWeights weights =
        WeightsEngine.allocate(List.of(agents), WeightsConfig.of(Fields.of("", config)));
    CapitalSplit split = CapitalSplit.of(new BigDecimal(capital), weights);
    List<String> parts = new ArrayList<>();
    weights.agents().forEach(agent -> parts.add(split.of(agent).toPlainString()));
    parts.add(split.cash().toPlainString());
    return parts;
  }
}
