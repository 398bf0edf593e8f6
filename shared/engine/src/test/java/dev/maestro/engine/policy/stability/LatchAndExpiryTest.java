package dev.maestro.engine.policy.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.PolicyOrder;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The latch of the loss limit, and states that are too old. */
class LatchAndExpiryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final Session session = new Session(Case.standard());

  @Test
  void a_loss_at_its_limit_blocks_for_the_rest_of_the_day() {
    session.open();
    session.inputs.drawdown(-3);
    assertThat(session.after(60).state().latchDay()).contains(TODAY);
    session.inputs.drawdown(-1);
    for (int minute = 0; minute < 5; minute++) {
      TradingPolicy latched = session.after(60).inForce();
      assertThat(latched.blockReasons()).containsExactly(BlockReason.DAILY_DRAWDOWN);
      assertThat(latched.note()).endsWith("Daily DD limit hit (latched, now -1.00%)");
    }
    session.now = Instant.parse("2026-03-02T23:58:00Z");
    session.after(119);
    assertThat(session.state.latchDay()).contains(TODAY);
    assertThat(session.after(1).state().latchDay()).isEmpty();
    assertThat(session.after(60).inForce().allowNewTrades()).isTrue();
  }

  @Test
  void the_day_is_that_of_the_tenants_zone() {
    session.config =
        new StabilityConfig(Duration.ofSeconds(60), 2, 3, ZoneId.of("America/New_York"));
    session.inputs.drawdown(-3);
    session.after(0);
    session.inputs.drawdown(-1);
    session.now = Instant.parse("2026-03-03T04:59:59Z");
    assertThat(session.after(0).state().latchDay()).contains(TODAY);
    assertThat(session.after(1).state().latchDay()).isEmpty();
  }

  @Test
  void the_latch_survives_a_clock_that_steps_back_behind_its_day() {
    session.now = Instant.parse("2026-03-02T00:00:10Z");
    session.inputs.drawdown(-3);
    session.after(0);
    session.inputs.drawdown(-1);
    assertThat(session.after(-60).inForce().blockReasons())
        .containsExactly(BlockReason.DAILY_DRAWDOWN);
    assertThat(session.state.latchDay()).contains(TODAY);
  }

  @Test
  void a_loss_seen_by_a_clock_that_stepped_back_latches_the_day_already_reached() {
    session.now = Instant.parse("2026-03-02T00:00:10Z");
    session.after(0);
    session.inputs.drawdown(-3);
    assertThat(session.after(-60).state().latchDay()).contains(TODAY);
  }

  @Test
  void a_loss_of_the_next_day_latches_that_day() {
    session.inputs.drawdown(-3);
    session.after(0);
    assertThat(session.after(86_400).state().latchDay()).contains(TODAY.plusDays(1));
  }

  @Test
  void a_candidate_that_knows_nothing_of_the_latch_does_not_clear_it() {
    session.inputs.drawdown(-3);
    session.after(0);
    TradingPolicy unaware = Case.standard().policyAt(session.now.plusSeconds(60));
    StabilityState next =
        Stability.step(session.state, unaware, session.now.plusSeconds(60), session.config).state();
    assertThat(next.latchDay()).contains(TODAY);
  }

  @Test
  void a_latch_given_with_the_inputs_is_kept() {
    session.inputs.isLatched = true;
    session.after(0);
    session.inputs.isLatched = false;
    assertThat(session.after(60).inForce().blockReasons())
        .containsExactly(BlockReason.DAILY_DRAWDOWN);
  }

  @Test
  void a_state_of_more_than_an_hour_ago_reads_as_blocked() {
    session.open();
    Instant end = session.now.plusSeconds(3600);
    assertThat(session.state.expiresAt()).contains(end);
    assertThat(session.state.policyAt(end)).isEqualTo(session.state.inForce());
    TradingPolicy expired = session.state.policyAt(end.plusMillis(1));
    assertThat(expired)
        .isEqualTo(
            TradingPolicy.closed(
                SymbolsDefault.ALLOW, "Policy expired", end.plusMillis(1), ProfileName.STANDARD));
    assertThat(session.state.policyAt(session.now.minusSeconds(1)).allowNewTrades()).isTrue();
  }

  @Test
  void an_expired_state_loses_its_counters_and_times_and_opens_like_a_first_one() {
    session.open();
    session.inputs.openTrades(8);
    session.after(60);
    session.inputs.openTrades(7);
    session.after(60);
    assertThat(session.state.counter(PolicyField.GATE)).isEqualTo(1);
    PolicyStep first = session.after(3601);
    assertThat(first.inForce().allowNewTrades()).isFalse();
    assertThat(first.state().counter(PolicyField.GATE)).isEqualTo(1);
    assertThat(first.loosened()).contains(PolicyField.RISK, PolicyField.POSITIONS);
    assertThat(session.after(60).inForce().allowNewTrades()).isTrue();
  }

  @Test
  void a_state_of_exactly_an_hour_ago_still_counts() {
    session.open();
    assertThat(session.after(3600).inForce().allowNewTrades()).isTrue();
  }

  @Test
  void an_expired_state_keeps_the_latch() {
    session.inputs.drawdown(-3);
    session.after(0);
    session.inputs.drawdown(-1);
    assertThat(session.after(4000).inForce().blockReasons())
        .containsExactly(BlockReason.DAILY_DRAWDOWN);
  }

  @Test
  void a_first_state_is_closed_and_has_expired_already() {
    StabilityState first = StabilityState.initial(SymbolsDefault.ALLOW, Case.NOW, ProfileName.SAFE);
    assertThat(first.isExpired(Case.NOW)).isTrue();
    assertThat(first.expiresAt()).isEmpty();
    assertThat(first.inForce().blockReasons()).containsExactly(BlockReason.AWAITING_DATA);
    assertThat(first.policyAt(Case.NOW).blockReasons()).containsExactly(BlockReason.AWAITING_DATA);
    TradingPolicy open = Case.standard().policy();
    assertThat(PolicyOrder.looserFields(first.inForce(), open, 0)).isEmpty();
  }

  @Test
  void counters_are_not_negative() {
    TradingPolicy open = Case.standard().policy();
    assertThatThrownBy(() -> state(open, Map.of(PolicyField.RISK, -1)))
        .hasMessage("counters must be at least 0, got {RISK=-1}");
    assertThat(state(open, Map.of(PolicyField.RISK, 0))).isEqualTo(state(open, Map.of()));
  }

  private static StabilityState state(TradingPolicy open, Map<PolicyField, Integer> counters) {
    return new StabilityState(
        open, Optional.empty(), Optional.of(Case.NOW), Optional.empty(), counters);
  }
}
