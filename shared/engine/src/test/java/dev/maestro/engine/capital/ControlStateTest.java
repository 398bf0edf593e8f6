package dev.maestro.engine.capital;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControlStateTest {
  @Test
  void a_state_that_is_missing_or_unreadable_reads_as_reducing() {
    assertThat(ControlState.UNKNOWN.state()).isEqualTo(TradingState.REDUCING);
    assertThat(ControlState.UNKNOWN.reason()).isNotBlank();
  }

  @Test
  void the_states_stand_from_loose_to_tight() {
    assertThat(TradingState.values())
        .containsExactly(TradingState.ACTIVE, TradingState.REDUCING, TradingState.HALTED);
    assertThat(ControlState.ACTIVE.state()).isEqualTo(TradingState.ACTIVE);
  }
}
