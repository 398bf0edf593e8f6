package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.Symbols;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RequiredInputsRuleTest {
  private static final Map<String, Consumer<Case>> MISSING =
      new TreeMap<>(
          Map.of(
              "daily_pnl_pct", c -> c.dailyPnl = Optional.empty(),
              "current_drawdown_pct", c -> c.drawdown = Optional.empty(),
              "losing_streak", c -> c.losingStreak = OptionalInt.empty(),
              "open_trades_count", c -> c.openTrades = OptionalInt.empty(),
              "total_exposure_pct", c -> c.exposure = Optional.empty(),
              "volatility", c -> c.volatility = Volatility.UNKNOWN));
  private static final Map<String, Consumer<Case>> OF_WRONG_SIGN =
      new TreeMap<>(
          Map.of(
              "current_drawdown_pct", c -> c.drawdown(1e-9),
              "losing_streak", c -> c.losingStreak(-1),
              "open_trades_count", c -> c.openTrades(-1),
              "total_exposure_pct", c -> c.exposure(-1e-9)));

  @Test
  void any_missing_required_input_closes_the_policy() {
    MISSING.forEach(RequiredInputsRuleTest::closes);
  }

  @Test
  void a_figure_of_the_wrong_sign_is_as_good_as_missing() {
    OF_WRONG_SIGN.forEach(RequiredInputsRuleTest::closes);
  }

  private static void closes(String field, Consumer<Case> breaking) {
    Case broken = Case.standard();
    broken.symbols = List.of(Symbols.good("AAPL"), Symbols.bad("SPY"));
    breaking.accept(broken);
    TradingPolicy policy = broken.policy();
    assertThat(policy.riskProfile()).as(field).isEqualTo(RiskProfile.NO_NEW_TRADES);
    assertThat(policy.maxRisk()).as(field).isEqualTo(Percent.ZERO);
    assertThat(policy.minConfidence().value()).as(field).isEqualTo(1);
    assertThat(policy.entryMode()).as(field).isEqualTo(EntryMode.DEFENSIVE);
    assertThat(policy.exitMode()).as(field).isEqualTo(ExitMode.DEFENSIVE_TRAIL);
    assertThat(policy.maxPositions()).as(field).isZero();
    assertThat(policy.allowedSymbols()).as(field).containsExactly(new Symbol("AAPL"));
    assertThat(policy.disallowedSymbols()).as(field).containsExactly(new Symbol("SPY"));
    assertThat(policy.blockReasons()).as(field).containsExactly(BlockReason.AWAITING_DATA);
    assertThat(policy.note()).as(field).startsWith("Awaiting valid data: " + field + ";");
  }

  @Test
  void every_bad_field_is_named() {
    Case broken = Case.standard();
    MISSING.values().forEach(breaking -> breaking.accept(broken));
    assertThat(broken.policy().note())
        .isEqualTo(
            "Awaiting valid data: daily_pnl_pct; Awaiting valid data: current_drawdown_pct; "
                + "Awaiting valid data: losing_streak; Awaiting valid data: open_trades_count; "
                + "Awaiting valid data: total_exposure_pct; Awaiting valid data: volatility");
  }

  @Test
  void a_bad_field_counts_as_0_in_later_rules_and_the_others_still_block() {
    Case broken = Case.standard().dailyPnl(-3.0).drawdown(0.5).openTrades(8).exposure(15);
    assertThat(broken.policy().blockReasons())
        .containsExactly(
            BlockReason.AWAITING_DATA,
            BlockReason.DAILY_DRAWDOWN,
            BlockReason.MAX_POSITIONS,
            BlockReason.EXPOSURE_LIMIT);
    broken.openTrades(-8);
    assertThat(broken.policy().blockReasons()).doesNotContain(BlockReason.MAX_POSITIONS);
  }

  @Test
  void a_gain_and_zeros_are_valid() {
    assertThat(Case.standard().dailyPnl(4).policy().allowNewTrades()).isTrue();
  }
}
