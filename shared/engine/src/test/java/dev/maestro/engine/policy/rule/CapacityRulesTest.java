package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 9 and 10. */
class CapacityRulesTest {
  @Test
  void the_last_free_position_may_be_used_and_no_more() {
    assertThat(Case.standard().openTrades(7).policy().allowNewTrades()).isTrue();
    TradingPolicy full = Case.standard().openTrades(8).policy();
    assertThat(full.blockReasons()).containsExactly(BlockReason.MAX_POSITIONS);
    assertThat(full.note()).endsWith("; Max positions reached (8)");
    assertThat(full.maxPositions()).isEqualTo(8);
  }

  @Test
  void a_smaller_limit_of_the_global_policy_counts() {
    TradingPolicy full = Case.standard().openTrades(4).global(RiskMode.DEFENSIVE, false).policy();
    assertThat(full.blockReasons()).containsExactly(BlockReason.MAX_POSITIONS);
    assertThat(full.note()).contains("Max positions reached (4)");
    assertThat(full.maxPositions()).isEqualTo(4);
    TradingPolicy own = Case.standard().openTrades(7).global(RiskMode.NORMAL, false).policy();
    assertThat(own.maxPositions()).isEqualTo(8);
    assertThat(own.blockReasons()).isEmpty();
  }

  @Test
  void no_positions_at_all_may_be_allowed() {
    Case idle = Case.standard().configured(Map.of("max_open_positions", 0));
    assertThat(idle.policy().blockReasons()).containsExactly(BlockReason.MAX_POSITIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "SAFE, 7.999, 0.72",
    "SAFE, 8, 0.432",
    "SAFE, 9.999, 0.432",
    "AGGRESSIVE, 16, 1.248",
    "STANDARD, 14.999, 1.0",
  })
  void from_80_percent_of_the_limit_risk_is_cut(ProfileName profile, double exposure, double risk) {
    TradingPolicy policy = Case.calm(profile).exposure(exposure).policy();
    assertThat(policy.maxRisk().value()).isCloseTo(risk, within(1e-12));
    assertThat(policy.allowNewTrades()).isTrue();
  }

  @Test
  void at_the_exposure_limit_it_blocks_as_well() {
    TradingPolicy policy = Case.calm(ProfileName.SAFE).exposure(10).policy();
    assertThat(policy.blockReasons()).containsExactly(BlockReason.EXPOSURE_LIMIT);
    assertThat(policy.maxRisk().value()).isCloseTo(0.432, within(1e-12));
    assertThat(policy.note()).isEqualTo("Exposure limit hit (10.0%)");
  }
}
