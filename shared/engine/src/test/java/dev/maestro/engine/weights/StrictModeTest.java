package dev.maestro.engine.weights;

import static dev.maestro.engine.weights.Agents.losing;
import static dev.maestro.engine.weights.Agents.plain;
import static dev.maestro.engine.weights.Agents.ranked;
import static dev.maestro.engine.weights.Agents.unproven;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrictModeTest {
  private static final Map<String, Object> STRICT = Map.of("enforce_performance", true);

  @Test
  void only_ranked_agents_with_a_sharpe_above_zero_share() {
    assertThat(
            plain(
                STRICT, ranked("A", 1), unproven("B"), losing("C"), ranked("D", 0), ranked("E", 1)))
        .isEqualTo("0.5 0 0 0 0.5 0");
  }

  @Test
  void they_share_everything_by_softmax() {
    assertThat(plain(STRICT, ranked("A", 2), ranked("B", 1), unproven("C")))
        .isEqualTo("0.7310585786 0.2689414214 0 0");
  }

  @Test
  void the_smallest_sharpe_above_zero_shares() {
    assertThat(plain(STRICT, ranked("A", Double.MIN_VALUE), unproven("B"))).isEqualTo("1 0 0");
  }

  @Test
  void there_is_no_floor() {
    Map<String, Object> config =
        Map.of("enforce_performance", true, "min_floor_weight", "0.4", "temperature", "0.1");
    assertThat(plain(config, ranked("A", 3), ranked("B", 0.1), losing("C"))).isEqualTo("1 0 0 0");
  }

  @Test
  void where_nobody_shares_all_is_cash() {
    assertThat(plain(STRICT, unproven("A"), losing("B"), ranked("C", 0))).isEqualTo("0 0 0 1");
    assertThat(plain(STRICT)).isEqualTo("1");
  }

  @Test
  void nothing_is_warned_of() {
    Map<String, Object> config = Map.of("enforce_performance", true, "min_floor_weight", "0.9");
    assertThat(
            WeightsEngine.allocate(
                    List.of(losing("A"), losing("B")), WeightsConfig.of(Fields.of("", config)))
                .warnings())
        .isEmpty();
  }
}
