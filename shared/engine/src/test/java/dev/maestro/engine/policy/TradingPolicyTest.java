package dev.maestro.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradingPolicyTest {
  @Test
  void the_closed_policy_lets_nothing_pass() {
    TradingPolicy closed =
        TradingPolicy.closed(SymbolsDefault.DENY, "why", Case.NOW, ProfileName.SAFE);
    assertThat(closed.allowNewTrades()).isFalse();
    assertThat(closed.maxRisk()).isEqualTo(Percent.ZERO);
    assertThat(closed.minConfidence()).isEqualTo(Fraction.ONE);
    assertThat(closed.entryMode()).isEqualTo(EntryMode.DEFENSIVE);
    assertThat(closed.exitMode()).isEqualTo(ExitMode.DEFENSIVE_TRAIL);
    assertThat(closed.maxPositions()).isZero();
    assertThat(closed.blockReasons()).containsExactly(BlockReason.AWAITING_DATA);
    assertThat(closed.permits(new Symbol("AAPL"))).isFalse();
    assertThat(closed.note()).isEqualTo("why");
  }

  @Test
  void block_reasons_come_exactly_with_a_block() {
    assertThatThrownBy(() -> policy(RiskProfile.NO_NEW_TRADES, 1, 1, Set.of()))
        .hasMessage(
            "a policy has block reasons exactly if it is NO_NEW_TRADES, got NO_NEW_TRADES and []");
    assertThatThrownBy(() -> policy(RiskProfile.REDUCED, 1, 1, EnumSet.of(BlockReason.KILL_SWITCH)))
        .hasMessageEndingWith("got REDUCED and [KILL_SWITCH]");
    assertThat(policy(RiskProfile.REDUCED, 1, 1, Set.of()).allowNewTrades()).isTrue();
  }

  @Test
  void figures_are_not_negative() {
    assertThatThrownBy(() -> policy(RiskProfile.NORMAL, -0.1, 1, Set.of()))
        .hasMessage("max_risk_pct must be at least 0, got -0.1");
    assertThatThrownBy(() -> policy(RiskProfile.NORMAL, 0, -1, Set.of()))
        .hasMessage("max_positions must be at least 0, got -1");
    assertThat(policy(RiskProfile.NORMAL, 0, 0, Set.of()).maxPositions()).isZero();
  }

  private static TradingPolicy policy(
      RiskProfile gate, double risk, int positions, Set<BlockReason> reasons) {
    return new TradingPolicy(
        gate,
        new TradingLimits(
            new Percent(risk), Fraction.ONE, EntryMode.NORMAL, ExitMode.FAST_TP, positions),
        SymbolLists.none(SymbolsDefault.ALLOW),
        "note",
        reasons,
        Case.NOW,
        ProfileName.SAFE);
  }
}
