package dev.maestro.engine.weights;

import static dev.maestro.engine.weights.Agents.losing;
import static dev.maestro.engine.weights.Agents.plain;
import static dev.maestro.engine.weights.Agents.ranked;
import static dev.maestro.engine.weights.Agents.unproven;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.AgentPerformance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryModeTest {
  private static final Map<String, Object> DEFAULTS = Map.of();

  @Test
  void the_example_of_the_specification() {
    List<BigDecimal> weights =
        Agents.weights(
            DEFAULTS, ranked("A", 1.8734), ranked("B", 1.2156), ranked("C", 0.8421), losing("D"));
    assertThat(weights.stream().map(weight -> weight.setScale(4, RoundingMode.HALF_EVEN)))
        .containsExactly(
            new BigDecimal("0.5068"),
            new BigDecimal("0.2625"),
            new BigDecimal("0.1807"),
            new BigDecimal("0.0500"),
            new BigDecimal("0.0000"));
    assertThat(weights.get(0)).isEqualTo(new BigDecimal("0.5067929427"));
  }

  @Test
  void equal_agents_weigh_the_same() {
    assertThat(plain(DEFAULTS, ranked("A", 1.5), ranked("B", 1.5))).isEqualTo("0.5 0.5 0");
    assertThat(plain(DEFAULTS, unproven("A"), unproven("B"))).isEqualTo("0.5 0.5 0");
    assertThat(plain(DEFAULTS, unproven("A"), ranked("B", 0))).isEqualTo("0.5 0.5 0");
  }

  @Test
  void a_single_agent_that_is_not_losing_holds_everything() {
    assertThat(plain(DEFAULTS, ranked("A", 1.5))).isEqualTo("1 0");
    assertThat(plain(DEFAULTS, unproven("A"))).isEqualTo("1 0");
  }

  @Test
  void a_losing_agent_gets_exactly_the_floor() {
    assertThat(plain(DEFAULTS, losing("A"), unproven("B"), losing("C")))
        .isEqualTo("0.05 0.9 0.05 0");
    assertThat(plain(Map.of("min_floor_weight", 0), losing("A"), unproven("B"))).isEqualTo("0 1 0");
  }

  @Test
  void whom_the_softmax_would_put_under_the_floor_gets_the_floor() {
    assertThat(plain(Map.of("temperature", "0.1"), ranked("A", 3), ranked("B", 1)))
        .isEqualTo("0.95 0.05 0");
  }

  @Test
  void what_remains_is_shared_again_until_nobody_is_below_the_floor() {
    Map<String, Object> config = Map.of("min_floor_weight", "0.2");
    assertThat(plain(config, ranked("A", 3), ranked("B", 1.55), ranked("C", 0)))
        .isEqualTo("0.6 0.2 0.2 0");
  }

  @Test
  void with_a_floor_that_takes_everything_all_weigh_the_same() {
    assertThat(
            plain(
                Map.of("min_floor_weight", "0.25"),
                ranked("A", 3),
                unproven("B"),
                losing("C"),
                ranked("D", 1)))
        .isEqualTo("0.25 0.25 0.25 0.25 0");
    assertThat(plain(Map.of("min_floor_weight", "1"), losing("A"))).isEqualTo("1 0");
  }

  @Test
  void the_temperature_flattens_or_sharpens_the_shares() {
    assertThat(plain(Map.of("temperature", "100"), ranked("A", 1), ranked("B", 0)))
        .isEqualTo("0.5024999792 0.4975000208 0");
    assertThat(
            plain(
                Map.of("temperature", "0.5", "min_floor_weight", 0),
                ranked("A", 1),
                ranked("B", 0)))
        .isEqualTo("0.880797078 0.119202922 0");
  }

  @Test
  void no_score_counts_above_max_sharpe() {
    assertThat(plain(DEFAULTS, ranked("A", 50), ranked("B", 3))).isEqualTo("0.5 0.5 0");
    assertThat(plain(Map.of("max_sharpe", "0.5"), ranked("A", 50), ranked("B", 0.5), unproven("C")))
        .isEqualTo(plain(DEFAULTS, ranked("A", 0.5), ranked("B", 0.5), unproven("C")));
  }

  @Test
  void weights_do_not_underflow_at_the_lowest_temperature() {
    Map<String, Object> cold =
        Map.of("temperature", "0.01", "min_floor_weight", 0, "max_sharpe", 1000);
    assertThat(plain(cold, ranked("A", 1000), ranked("B", 0), unproven("C"))).isEqualTo("1 0 0 0");
    assertThat(plain(cold, ranked("A", 0), unproven("B"), losing("C"))).isEqualTo("0.5 0.5 0 0");
  }

  @Test
  void an_infeasible_floor_is_half_of_an_equal_share() {
    Map<String, Object> config = Map.of("min_floor_weight", "0.51");
    AgentPerformance[] agents = {losing("A"), unproven("B")};
    assertThat(plain(config, agents)).isEqualTo("0.25 0.75 0");
    assertThat(warnings(config, agents)).containsExactly(Warning.FLOOR_INFEASIBLE);
  }

  @Test
  void a_floor_that_just_fits_is_feasible() {
    AgentPerformance[] twenty =
        Collections.nCopies(20, losing("A")).toArray(new AgentPerformance[0]);
    AgentPerformance[] more =
        Collections.nCopies(21, unproven("A")).toArray(new AgentPerformance[0]);
    assertThat(warnings(DEFAULTS, twenty)).containsExactly(Warning.ALL_LOSING);
    assertThat(plain(DEFAULTS, twenty)).isEqualTo("0.05 ".repeat(20) + "0");
    assertThat(warnings(DEFAULTS, more)).containsExactly(Warning.FLOOR_INFEASIBLE);
    assertThat(
            warnings(
                Map.of("min_floor_weight", "0.3333333333333333333333333333"),
                twenty[0],
                twenty[0],
                twenty[0]))
        .containsExactly(Warning.ALL_LOSING);
    assertThat(
            warnings(
                Map.of("min_floor_weight", "0.3333333333333333333333333334"),
                twenty[0],
                twenty[0],
                twenty[0]))
        .containsExactly(Warning.FLOOR_INFEASIBLE, Warning.ALL_LOSING);
  }

  @Test
  void where_all_are_losing_each_keeps_the_floor_and_the_rest_is_cash() {
    AgentPerformance[] agents = {losing("A"), losing("B"), losing("C")};
    assertThat(plain(DEFAULTS, agents)).isEqualTo("0.05 0.05 0.05 0.85");
    assertThat(warnings(DEFAULTS, agents)).containsExactly(Warning.ALL_LOSING);
    Map<String, Object> infeasible = Map.of("min_floor_weight", "0.5");
    assertThat(plain(infeasible, agents)).isEqualTo("0.1666666667 0.1666666667 0.1666666666 0.5");
  }

  @Test
  void an_agent_turning_bad_last_of_all_does_not_raise_the_others() {
    assertThat(plain(DEFAULTS, losing("A"), ranked("B", 0))).isEqualTo("0.05 0.95 0");
    assertThat(plain(DEFAULTS, losing("A"), losing("B"))).isEqualTo("0.05 0.05 0.9");
  }

  @Test
  void without_agents_everything_is_cash() {
    assertThat(plain(DEFAULTS)).isEqualTo("1");
    assertThat(warnings(DEFAULTS)).isEmpty();
  }

  @Test
  void nothing_is_warned_of_where_all_is_well() {
    assertThat(warnings(DEFAULTS, ranked("A", 1), losing("B"))).isEmpty();
  }

  private static List<Warning> warnings(Map<String, Object> config, AgentPerformance... agents) {
    return WeightsEngine.allocate(List.of(agents), WeightsConfig.of(Fields.of("", config)))
        .warnings();
  }
}
