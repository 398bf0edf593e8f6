package dev.maestro.engine.policy.stability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.Symbols;
import dev.maestro.engine.policy.TradingPolicy;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is loosened when, and what is not. */
class StabilityTest {
  private final Session session = new Session(Case.standard());

  @Test
  void a_first_state_is_closed_and_opens_on_the_second_candidate() {
    TradingPolicy first = session.after(0).inForce();
    assertThat(first.allowNewTrades()).isFalse();
    assertThat(first.blockReasons()).containsExactly(BlockReason.AWAITING_CONFIRMATION);
    assertThat(first.note()).endsWith("; Awaiting confirmation: gate");
    assertThat(first.maxRisk().value()).isEqualTo(1.0);
    assertThat(session.after(59).held()).containsExactly(PolicyField.GATE);
    PolicyStep open = session.after(1);
    assertThat(open.inForce()).isEqualTo(open.candidate());
    assertThat(open.loosened()).containsExactly(PolicyField.GATE);
    assertThat(open.held()).isEmpty();
  }

  @Test
  void extreme_volatility_takes_effect_one_millisecond_after_an_accepted_policy() {
    session.open();
    session.now = session.now.plusMillis(1);
    session.inputs.volatility = Volatility.EXTREME;
    PolicyStep step = session.after(0);
    assertThat(step.inForce()).isEqualTo(step.candidate());
    assertThat(step.inForce().blockReasons()).containsExactly(BlockReason.EXTREME_VOLATILITY);
    assertThat(step.inForce().exitMode()).isEqualTo(ExitMode.DEFENSIVE_TRAIL);
  }

  @Test
  void a_drawdown_at_its_limit_takes_effect_one_millisecond_after_an_accepted_policy() {
    session.open();
    session.now = session.now.plusMillis(1);
    session.inputs.drawdown(-3);
    assertThat(session.after(0).inForce().blockReasons())
        .containsExactly(BlockReason.DAILY_DRAWDOWN);
  }

  @Test
  void a_newly_bad_symbol_is_out_one_millisecond_after_an_accepted_policy() {
    session.inputs.symbols(Symbols.good("AAPL"), Symbols.good("SPY"));
    session.open();
    session.now = session.now.plusMillis(1);
    session.inputs.symbols(Symbols.good("AAPL"), Symbols.bad("SPY"));
    PolicyStep step = session.after(0);
    assertThat(step.inForce().disallowedSymbols()).containsExactly(new Symbol("SPY"));
    assertThat(step.inForce().allowedSymbols()).containsExactly(new Symbol("AAPL"));
    assertThat(step.inForce().allowNewTrades()).isTrue();
  }

  @Test
  void a_block_is_lifted_by_the_second_candidate_in_a_row_after_the_interval() {
    session.open();
    session.inputs.openTrades(8);
    assertThat(session.after(100).inForce().allowNewTrades()).isFalse();
    session.inputs.openTrades(7);
    assertThat(session.after(1).inForce().blockReasons())
        .containsExactly(BlockReason.AWAITING_CONFIRMATION);
    assertThat(session.after(1).inForce().allowNewTrades()).isTrue();
  }

  @Test
  void a_block_in_between_starts_the_count_anew() {
    session.open();
    session.inputs.openTrades(8);
    session.after(100);
    session.inputs.openTrades(7);
    session.after(1);
    session.inputs.openTrades(8);
    session.after(1);
    session.inputs.openTrades(7);
    assertThat(session.after(1).inForce().allowNewTrades()).isFalse();
    assertThat(session.after(1).inForce().allowNewTrades()).isTrue();
  }

  @Test
  void the_interval_counts_from_the_last_loosening_and_its_end_is_inside() {
    session.open();
    session.inputs.volatility = Volatility.HIGH;
    assertThat(session.after(10).inForce().riskProfile()).isEqualTo(RiskProfile.REDUCED);
    session.inputs.volatility = Volatility.NORMAL;
    PolicyStep held = session.after(49);
    assertThat(held.held())
        .containsExactly(
            PolicyField.GATE, PolicyField.RISK, PolicyField.CONFIDENCE, PolicyField.ENTRY);
    assertThat(held.inForce().blockReasons()).isEmpty();
    assertThat(held.inForce().riskProfile()).isEqualTo(RiskProfile.REDUCED);
    assertThat(held.inForce().maxRisk().value()).isEqualTo(0.5);
    assertThat(held.inForce().minConfidence().value()).isEqualTo(0.53);
    assertThat(held.inForce().entryMode()).isEqualTo(EntryMode.NORMAL);
    assertThat(held.state().changedAt()).contains(session.now.minusSeconds(59));
    PolicyStep loosened = session.after(1);
    assertThat(loosened.loosened()).isEqualTo(held.held());
    assertThat(loosened.state().changedAt()).contains(session.now);
    assertThat(loosened.inForce().riskProfile()).isEqualTo(RiskProfile.NORMAL);
  }

  @Test
  void an_immaterial_loosening_waits_for_the_third_candidate() {
    session.inputs.drawdown(-0.5);
    session.inputs.configured(Map.of("drawdown_per_pct", "0.1"));
    session.open();
    session.inputs.drawdown(-0.3);
    assertThat(session.after(100).held()).containsExactly(PolicyField.RISK);
    assertThat(session.after(100).inForce().maxRisk().value()).isEqualTo(0.95);
    assertThat(session.after(100).inForce().maxRisk().value()).isEqualTo(0.97);
  }

  @Test
  void more_positions_alone_are_never_material() {
    session.inputs.configured(Map.of("max_open_positions", 4));
    session.open();
    session.inputs.configured(Map.of("max_open_positions", 9));
    assertThat(session.after(100).inForce().maxPositions()).isEqualTo(4);
    assertThat(session.after(100).held()).containsExactly(PolicyField.POSITIONS);
    assertThat(session.after(100).inForce().maxPositions()).isEqualTo(9);
  }

  @Test
  void noise_is_no_loosening() {
    session.inputs.configured(Map.of("drawdown_per_pct", "0.1")).drawdown(-0.5);
    session.open();
    session.inputs.drawdown(-0.5 + 5e-9);
    PolicyStep step = session.after(1);
    assertThat(step.held()).isEmpty();
    assertThat(step.loosened()).isEmpty();
    assertThat(step.inForce()).isEqualTo(step.candidate());
  }

  @Test
  void symbols_are_held_as_a_set_and_stay_out_of_the_allowed() {
    session.inputs.symbols(Symbols.bad("SPY"), Symbols.good("AAPL"), Symbols.good("IBM"));
    session.open();
    session.inputs.symbols(Symbols.good("SPY"), Symbols.bad("AAPL"), Symbols.good("IBM"));
    TradingPolicy held = session.after(1).inForce();
    assertThat(held.disallowedSymbols()).containsExactly(new Symbol("AAPL"), new Symbol("SPY"));
    assertThat(held.allowedSymbols()).containsExactly(new Symbol("IBM"));
    assertThat(session.state.counter(PolicyField.SYMBOLS)).isEqualTo(1);
    assertThat(session.after(60).inForce().disallowedSymbols()).containsExactly(new Symbol("AAPL"));
    assertThat(session.state.counters()).isEmpty();
  }

  @Test
  void a_symbol_that_is_no_longer_given_is_held_too() {
    session.inputs.symbols(Symbols.bad("SPY"));
    session.open();
    session.inputs.symbols();
    assertThat(session.after(1).inForce().permits(new Symbol("SPY"))).isFalse();
  }

  @Test
  void exit_modes_are_loosened_like_all_others() {
    session.inputs.market(Regime.RANGING, Direction.NONE, Volatility.NORMAL);
    session.open();
    session.inputs.regime = Regime.TRENDING;
    assertThat(session.after(1).inForce().exitMode()).isEqualTo(ExitMode.FAST_TP);
    assertThat(session.state.counter(PolicyField.EXIT)).isEqualTo(1);
    assertThat(session.after(59).inForce().exitMode()).isEqualTo(ExitMode.TREND_FOLLOW);
  }

  @Test
  void a_step_back_of_the_clock_loosens_nothing_and_moves_no_counter_or_time() {
    session.open();
    session.inputs.openTrades(8);
    session.after(100);
    session.inputs.openTrades(7);
    StabilityState before = session.after(10).state();
    PolicyStep back = session.after(-1);
    assertThat(back.inForce().allowNewTrades()).isFalse();
    assertThat(back.held()).containsExactly(PolicyField.GATE);
    assertThat(back.state().counters()).isEqualTo(before.counters());
    assertThat(back.state().evaluatedAt()).isEqualTo(before.evaluatedAt());
    assertThat(back.state().changedAt()).isEqualTo(before.changedAt());
    session.inputs.volatility = Volatility.EXTREME;
    PolicyStep tighter = session.after(-100);
    assertThat(tighter.inForce().blockReasons()).containsExactly(BlockReason.EXTREME_VOLATILITY);
    assertThat(tighter.state().counters()).isEqualTo(before.counters());
    session.inputs.volatility = Volatility.NORMAL;
    assertThat(session.after(101).inForce().allowNewTrades()).isTrue();
  }

  @Test
  void the_same_instant_is_no_step_back() {
    session.after(0);
    assertThat(session.after(0).state().counter(PolicyField.GATE)).isEqualTo(2);
  }

  @Test
  void time_and_profile_are_those_of_the_candidate() {
    session.after(0);
    Instant at = session.now;
    assertThat(session.state.inForce().timestamp()).isEqualTo(at);
    assertThat(session.state.inForce().profile()).isEqualTo(session.inputs.profile.name());
    assertThat(session.state.evaluatedAt()).contains(at);
  }
}
