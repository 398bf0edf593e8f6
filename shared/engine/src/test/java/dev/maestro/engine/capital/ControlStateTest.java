package dev.maestro.engine.capital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlStateTest {
  @Test
  void a_state_that_is_missing_or_unreadable_reads_as_reducing() {
    assertThat(ControlState.UNKNOWN.state()).isEqualTo(TradingState.REDUCING);
    assertThat(ControlState.UNKNOWN.reason()).isNotBlank();
  }

  @Test
  void a_reason_is_cut_where_it_is_read_and_its_state_stands() {
    String essay = "x".repeat(900_000);
    assertThat(
            TradingControlForm.FORM
                .read(Fields.of("", Map.of("state", "HALTED", "reason", essay)))
                .toState())
        .isEqualTo(new ControlState(TradingState.HALTED, "x".repeat(500)));
  }

  /** Half of a character that takes two is none in UTF-8, and the chain would not verify. */
  @Test
  void a_reason_is_never_cut_within_a_character() {
    String essay = "x".repeat(499) + "\uD83D\uDEA8".repeat(9);
    assertThat(
            TradingControlForm.FORM
                .read(Fields.of("", Map.of("state", "HALTED", "reason", essay)))
                .toState())
        .isEqualTo(new ControlState(TradingState.HALTED, "x".repeat(499)));
  }

  @Test
  void the_states_stand_from_loose_to_tight() {
    assertThat(TradingState.values())
        .containsExactly(TradingState.ACTIVE, TradingState.REDUCING, TradingState.HALTED);
    assertThat(ControlState.ACTIVE.state()).isEqualTo(TradingState.ACTIVE);
  }
}
