package dev.maestro.engine.weights;

import static dev.maestro.engine.weights.Agents.losing;
import static dev.maestro.engine.weights.Agents.plain;
import static dev.maestro.engine.weights.Agents.ranked;
import static dev.maestro.engine.weights.Agents.unproven;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CapTest {
  @Test
  void what_nobody_may_hold_is_cash() {
    assertThat(plain(cap("0.4"), unproven("A"), unproven("B"))).isEqualTo("0.4 0.4 0.2");
    assertThat(plain(cap("0.6"), ranked("A", 2))).isEqualTo("0.6 0.4");
  }

  @Test
  void losing_agents_get_none_of_the_excess() {
    assertThat(plain(cap("0.6"), ranked("A", 2), losing("B"))).isEqualTo("0.6 0.05 0.35");
  }

  @Test
  void the_excess_goes_to_those_below_the_cap_by_their_softmax() {
    // exp(-2) and exp(-1) share what A may not hold: 0.4 in the proportion 1 : e
    assertThat(plain(cap("0.6"), ranked("A", 3), ranked("B", 1), ranked("C", 2)))
        .isEqualTo("0.6 0.1075765685 0.2924234315 0");
  }

  @Test
  void unproven_agents_take_part_in_the_excess() {
    assertThat(plain(cap("0.6"), ranked("A", 3), unproven("B"), unproven("C")))
        .isEqualTo("0.6 0.2 0.2 0");
  }

  @Test
  void the_excess_is_cut_again_where_it_reaches_the_cap() {
    assertThat(plain(cap("0.45"), ranked("A", 3), ranked("B", 2), ranked("C", 0)))
        .isEqualTo("0.45 0.45 0.1 0");
  }

  @Test
  void an_agent_at_the_floor_may_be_lifted_by_the_excess() {
    Map<String, Object> config =
        Map.of("max_weight", "0.5", "min_floor_weight", "0.2", "temperature", "0.5");
    assertThat(plain(config, ranked("A", 3), ranked("B", 0), losing("C")))
        .isEqualTo("0.5 0.3 0.2 0");
  }

  @Test
  void a_cap_at_the_floor_leaves_the_floors_and_cash() {
    assertThat(plain(cap("0.05"), ranked("A", 3), unproven("B"), losing("C"), ranked("D", 1)))
        .isEqualTo("0.05 0.05 0.05 0.05 0.8");
  }

  @Test
  void a_cap_that_just_fits_leaves_no_cash() {
    assertThat(plain(cap("0.5"), ranked("A", 3), ranked("B", 0))).isEqualTo("0.5 0.5 0");
    assertThat(plain(cap("0.3333333333"), ranked("A", 3), ranked("B", 0), ranked("C", 1)))
        .isEqualTo("0.3333333333 0.3333333333 0.3333333333 0.0000000001");
  }

  @Test
  void where_all_are_losing_the_cap_changes_nothing() {
    assertThat(plain(cap("0.05"), losing("A"), losing("B"))).isEqualTo("0.05 0.05 0.9");
  }

  @Test
  void in_strict_mode_the_excess_goes_to_those_that_share() {
    Map<String, Object> strict = Map.of("enforce_performance", true, "max_weight", "0.6");
    assertThat(plain(strict, ranked("A", 3), unproven("B"), ranked("C", 1), ranked("D", 0)))
        .isEqualTo("0.6 0 0.4 0 0");
    assertThat(plain(strict, ranked("A", 3), unproven("B"), losing("C"))).isEqualTo("0.6 0 0 0.4");
  }

  @Test
  void the_excess_finds_the_next_agent_however_small_its_softmax() {
    Map<String, Object> cold =
        Map.of(
            "max_weight", "0.4", "temperature", "0.01", "min_floor_weight", 0, "max_sharpe", 100);
    assertThat(plain(cold, ranked("A", 90), ranked("B", 60), ranked("C", 30), ranked("D", 1)))
        .isEqualTo("0.4 0.4 0.2 0 0");
  }

  @Test
  void a_cap_of_one_cuts_nothing() {
    assertThat(plain(cap("1"), ranked("A", 2))).isEqualTo("1 0");
  }

  private static Map<String, Object> cap(String maxWeight) {
    return Map.of("max_weight", maxWeight);
  }
}
